import { useTranslations } from 'next-intl';
import { COUNTED, isIn } from '@/domain/case/groups';
import { type FragmentType, readFragment } from '@/gql';
import { type ExpertPanel_ApplicationFragment, ExpertPanel_ApplicationFragmentDoc, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatTableDate } from '@/ui/kit/format';
import { PointsTable } from '@/ui/score-sheet/points-table';
import { ClientMessages } from '@/ui/shell/client-messages';
import { AssignmentActs } from './assignment-acts';
import { ExpertPicker } from './expert-picker';
import { PanelMarks } from './panel-marks';

type Assignment = ExpertPanel_ApplicationFragment['assignments'][number];

/** The experts of a case: who, how far, and what the viewer may do about it. */
export function ExpertPanel({ application }: { application: FragmentType<typeof ExpertPanel_ApplicationFragmentDoc> }) {
  const t = useTranslations('expert.panel');
  const points = useTranslations('expert.colleagues');
  const { id, assignments, panelMarks, expertsMin, expertsMax, viewerActions } = readFragment(
    ExpertPanel_ApplicationFragmentDoc,
    application,
  );
  const appoint = viewerActions.find((act) => act.action === 'appoint_experts');
  const count = assignments.filter((a) => isIn(a.status, COUNTED)).length;
  const asked = assignments.filter((a) => a.status === 'INVITED').length;
  const sheets = assignments.filter((a) => a.sheet);
  return (
    <ClientMessages namespaces={['expert']}>
      <Card
        id="experts"
        title={t('title')}
        pad={false}
        aside={
          <span className="muted text-s">
            {asked > 0
              ? t('invited', { count, min: expertsMin, asked })
              : count < expertsMin
                ? t('count', { count, min: expertsMin, max: expertsMax, more: expertsMax > expertsMin ? 'yes' : 'no' })
                : t('enough', { count, max: expertsMax, more: expertsMax > count ? 'yes' : 'no' })}
          </span>
        }
      >
        {assignments.length === 0 ? <p className="px-4 py-3 text-s text-text-2">{t('none', { min: expertsMin })}</p> : null}
        <ul className="rows">
          {assignments.map((assignment) => (
            <ExpertRow key={assignment.id} applicationId={id} assignment={assignment} />
          ))}
        </ul>
        <PanelMarks marks={panelMarks} />
        {sheets.length > 0 ? (
          <details className="border-t border-line">
            <summary className="px-4 py-3 font-medium">{points('title')}</summary>
            <PointsTable assignments={sheets} />
          </details>
        ) : null}
        {appoint?.open ? (
          <div className="border-t border-line px-4 py-3">
            <ExpertPicker applicationId={id} missing={expertsMin - count - asked} primary={count < expertsMin} />
          </div>
        ) : null}
      </Card>
    </ClientMessages>
  );
}

function ExpertRow({ applicationId, assignment }: { applicationId: string; assignment: Assignment }) {
  const t = useTranslations('expert.panel');
  const { sheet, scored, criteriaCount } = assignment;
  const name = assignment.expertName ?? t('unknown', { no: assignment.no });
  const working = isIn(assignment.status, COUNTED);
  const term = readFragment(Term_DeadlineFragmentDoc, assignment.deadline);
  const overdue = (term?.daysLeft ?? 0) < 0;
  return (
    <li className="row flex-wrap px-4 py-3">
      <div className="min-w-0 flex-[1_1_14rem]">
        <p className="font-semibold leading-snug">{name}</p>
        <p className="text-xs text-text-3">{[assignment.expertPost, assignment.expertOrganisation].filter(Boolean).join(', ')}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-text-2">
          <Chip tone={assignment.statusTone as Tone}>{assignment.statusLabel}</Chip>
          {assignment.conflictOpen ? <Chip tone="warn">{t('conflictOpen')}</Chip> : null}
          {working && assignment.status !== 'FINAL' && criteriaCount > 0 ? (
            <span>{t('progress', { done: scored, all: criteriaCount })}</span>
          ) : null}
          {term && assignment.status !== 'FINAL' ? (
            <span className={overdue ? 'font-medium text-danger' : undefined}>
              {t('until', { date: formatTableDate(`${term.untilDate}T12:00:00Z`) })}
            </span>
          ) : null}
          {assignment.status === 'FINAL' && sheet ? <b>{t('total', { total: Number(sheet.total), max: Number(sheet.totalMax) })}</b> : null}
        </p>
        {assignment.reason ? <p className="mt-1 text-xs text-text-2">{assignment.reason}</p> : null}
      </div>
      <AssignmentActs
        applicationId={applicationId}
        assignmentId={assignment.id}
        name={name}
        acts={assignment.viewerActions.filter((act) => act.open).map((act) => act.action)}
        reopenReasons={assignment.reopenReasons}
        points={criteriaCount > 0}
      />
    </li>
  );
}
