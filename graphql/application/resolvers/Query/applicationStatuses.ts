import { toneOf } from '@/domain/labels';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { getCurrentProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const applicationStatuses: NonNullable<QueryResolvers['applicationStatuses']> = async (_parent, _arg, context) => {
  const viewer = getViewer(context);
  if (!isStaff(viewer)) return forbidden();
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const words = new Map<string, ApplicationStatus[]>();
  for (const { status, label } of procedure.statuses.application) {
    // Drafts are the teacher's own affair.
    if (status !== 'DRAFT') words.set(label[context.language], [...(words.get(label[context.language]) ?? []), status]);
  }
  return [...words].map(([label, statuses]) => ({ label, tone: toneOf('application', statuses[0] ?? ''), statuses }));
};
