import { getTranslations } from 'next-intl/server';
import type { ExpertAssignmentQuery } from '@/gql/graphql';
import { readPapers } from '@/ui/case/papers';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Card } from '@/ui/kit/card';
import { PointsTable } from '@/ui/score-sheet/points-table';

type Case = NonNullable<NonNullable<ExpertAssignmentQuery['expertAssignment']>['application']>;

/** The points of everybody on the case, where the viewer may see another's. */
export async function Colleagues({ assignments, editable }: { assignments: Case['assignments']; editable: boolean }) {
  if (!assignments.some((other) => !other.own && other.sheet)) return null;
  const t = await getTranslations('expert.colleagues');
  return (
    <div className="wrap-wide pb-5">
      <Card id="points" title={t('title')} pad={false}>
        {editable ? <p className="muted px-4 pb-2 text-s">{t('hint')}</p> : null}
        <PointsTable assignments={assignments} />
      </Card>
    </div>
  );
}

/** The paper of the joint conclusion: attached here while the review is open, read afterwards. */
export function ConclusionPaper({ application, zone }: { application: Case; zone: string }) {
  const { conclusion } = readPapers(application.papers);
  if (!conclusion || !(conclusion.canAttach || conclusion.files.some((file) => file.status === 'STORED'))) return null;
  const { label, files, canAttach, extensions, maxBytes } = conclusion;
  return (
    <div className="wrap-wide pb-3">
      <Card id="conclusion">
        <PaperUpload applicationId={application.id} paper="conclusion" {...{ label, files, canAttach, extensions, maxBytes, zone }} />
      </Card>
    </div>
  );
}
