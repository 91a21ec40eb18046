import { env } from '../env';
import type { Db } from '../prisma';
import { getProcedure } from '../procedures';

/** The address of MAIL_FROM, with or without a name before it. */
const ADDRESS = /[^\s<>"]+@[^\s<>"]+/;

/** Whose name and address stand over a region's letters: its own sender, else its system; the address is the installation's. */
export async function senderOf(db: Db, regionId: string): Promise<{ name: string; address: string } | string> {
  const address = ADDRESS.exec(env.MAIL_FROM)?.[0];
  const region = await db.region.findUnique({ where: { id: regionId }, select: { currentVersionId: true } });
  if (!address || !region?.currentVersionId) return env.MAIL_FROM;
  const { label, sender } = (await getProcedure(region.currentVersionId, db)).system;
  return { name: (sender?.label ?? label).ru, address };
}
