import { getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { type ExpertAssignmentQuery, FileLink_FileFragmentDoc } from '@/gql/graphql';
import { AnswerList, AnswerValue } from '@/ui/application/answer-list';
import { isShown, Paper } from '@/ui/case/paper';
import { readPapers } from '@/ui/case/papers';
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

/** The application as the expert may read it: where and what the person teaches, and the contacts where the procedure opens them to him. */
export async function CaseAnswers({ application }: { application: Case }) {
  const t = await getTranslations('expert.documents');
  const answers = application.answers
    .map((answer) => ({ ...answer, files: readFragment(FileLink_FileFragmentDoc, answer.files) }))
    .filter((answer) => answer.value !== '' && answer.files.length === 0);
  if (answers.length === 0) return null;
  return (
    <div className="wrap-wide pb-3">
      <details id="application" className="card">
        <summary className="card-pad font-semibold">{t('application')}</summary>
        <div className="card-pad border-t border-line">
          <AnswerList answers={answers} />
        </div>
      </details>
    </div>
  );
}

/** The block «Документы»: files beside the application and every paper of the case the expert reads or attaches. */
export async function CaseDocuments({ application, zone }: { application: Case; zone: string }) {
  const t = await getTranslations('expert.documents');
  const papers = Object.values(readPapers(application.papers)).filter(isShown);
  const attached = application.answers
    .map((answer) => ({ ...answer, files: readFragment(FileLink_FileFragmentDoc, answer.files) }))
    .filter((answer) => answer.files.length > 0);
  if (papers.length === 0 && attached.length === 0) return null;
  return (
    <div className="wrap-wide pb-3">
      <Card id="documents" title={t('title')}>
        <div className="grid gap-4">
          {attached.map((answer) => (
            <section key={answer.fieldId} className="grid gap-2" aria-label={answer.label}>
              <h3 className="text-[1.0625rem] leading-snug">{t('files', { label: answer.label, count: answer.files.length })}</h3>
              <AnswerValue answer={answer} />
            </section>
          ))}
          {papers.map((paper) => (
            <Paper key={paper.paper} applicationId={application.id} paper={paper} zone={zone} />
          ))}
        </div>
      </Card>
    </div>
  );
}
