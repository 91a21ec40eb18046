import { PLAIN, toneOf } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { findVersions } from '@/server/labels.sql';
import { getCurrentProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';
import { countByWording } from './applications.sql';

export const applicationStatuses: NonNullable<QueryResolvers['applicationStatuses']> = async (_parent, _arg, context) => {
  const viewer = getViewer(context);
  if (!isStaff(viewer)) return forbidden();
  const [{ versionId }, versions] = await Promise.all([getCurrentProcedure(viewer.regionId), findVersions(viewer.regionId)]);
  const counts = await countByWording(viewer, versions);
  const found = new Map<string, { statuses: Set<ApplicationStatus>; count: number }>();
  for (const { id, procedure } of [...versions].sort((a, b) => Number(b.id === versionId) - Number(a.id === versionId))) {
    for (const { status, wording, label } of wordsOf(procedure)) {
      const count = counts.find((row) => row.versionId === id && row.status === status && row.wording === wording)?.count ?? 0;
      // A word that only an older version has is named while a case goes by it.
      if (id !== versionId && count === 0) continue;
      const word = found.get(label[context.language]) ?? { statuses: new Set(), count: 0 };
      found.set(label[context.language], { statuses: word.statuses.add(status), count: word.count + count });
    }
  }
  return [...found].map(([label, { statuses, count }]) => ({
    label,
    tone: toneOf('application', [...statuses][0] ?? ''),
    statuses: [...statuses],
    count,
  }));
};

/** What cases of a version are called, in the order of its statuses; drafts are the teacher's own affair. */
const wordsOf = ({ statuses }: Procedure) =>
  statuses.application
    .filter(({ status }) => status !== 'DRAFT')
    .flatMap(({ status, label, labels = [] }) => [
      ...labels.map(({ when, label: special }) => ({ status, wording: when as string, label: special })),
      { status, wording: PLAIN as string, label },
    ]);
