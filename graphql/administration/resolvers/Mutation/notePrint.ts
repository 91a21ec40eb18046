import { ROLES } from '@/domain/procedure/vocabulary';
import { writeAudit } from '@/server/audit';
import { spend } from '@/server/auth/throttle';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { findPrinted } from '../../findPrinted';

const MOST = 200;
const NOT_TEACHER = ROLES.filter((role) => role !== 'TEACHER');

export const notePrint: NonNullable<MutationResolvers['notePrint']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, ...NOT_TEACHER);
  const record = input.recordId ? await findPrinted(viewer, input.recordId) : { objectType: 'Page', objectId: 'page' };
  if (!record) return notFound();
  const problems = await spend([['print_account', viewer.accountId]]);
  const title = input.title.trim().slice(0, MOST);
  if (problems.length === 0) await writeAudit(prisma, viewer, { action: 'print_page', ...record, data: { title } });
  return { problems };
};
