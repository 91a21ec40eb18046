import { prisma } from '../prisma';
import { enqueueLetter } from './queue';

/** Letters that wait longer than their tries lasted get a new job: a mail server that was down for a day loses none. */
export async function enqueueQueued(at: Date): Promise<number> {
  const old = new Date(at.getTime() - 60 * 60 * 1000);
  const rows = await prisma.notification.findMany({
    where: { status: 'QUEUED', createdAt: { lt: old } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
  });
  for (const { id } of rows) await enqueueLetter(id);
  return rows.length;
}
