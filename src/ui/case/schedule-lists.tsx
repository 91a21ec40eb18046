import { useTranslations } from 'next-intl';
import { isIn, SEATED } from '@/domain/case/groups';
import { inSentence } from '@/domain/ownWords';
import type { ScheduleOf_ScheduleFragment } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { formatTableDate, shortName } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ApproveSchedule } from './approve-schedule';
import { PeriodAct } from './period-act';

type Row = ScheduleOf_ScheduleFragment['rows'][number];
interface ScheduleListsProps {
  schedule: ScheduleOf_ScheduleFragment;
  home: string;
  zone: string;
}

/** One municipality's schedule of a period in two lists: what is not approved, and the approved edition. */
export function ScheduleLists({ schedule, home, zone }: ScheduleListsProps) {
  const t = useTranslations('operator.schedule');
  const { rows, period, municipality, edition, approvedAt, status } = schedule;
  const open = rows.filter((row) => !row.approved);
  const approved = rows.filter((row) => row.approved);
  const act = schedule.viewerActions.find(({ action }) => action === 'approve_schedule_edition');
  const columns = useColumns(home);
  return (
    <section className="stack" aria-label={municipality.name}>
      <div className="title-line">
        <h2>{[municipality.name, period?.label ?? inSentence(t('none'))].join(', ')}</h2>
        {period ? <Chip tone={status === 'APPROVED' ? 'ok' : status === 'DRAFT' ? 'wait' : 'warn'}>{schedule.statusLabel}</Chip> : null}
      </div>
      {schedule.heading ? <p className="text-m">{schedule.heading}</p> : null}
      {status === 'CHANGED_AFTER_APPROVAL' ? <Notice tone="warn">{t('changed')}</Notice> : null}
      <ClientMessages namespaces={['operator']}>
        <Card title={t('open')} pad={false}>
          <DataTable
            caption={t('open')}
            captionHidden
            rows={open}
            rowKey={(row) => row.application.id}
            columns={columns}
            empty={<p className="muted px-4 py-3 text-s">{t('emptyOpen')}</p>}
          />
        </Card>
        {act && period ? (
          <div className="no-print">
            <ApproveSchedule
              municipality={municipality}
              period={period}
              ready={open.filter((row) => row.expertsAppointed).length}
              all={open.length}
              lacking={open
                .filter((row) => !row.expertsAppointed)
                .map(({ application }) => ({
                  href: `${home}/applications/${application.id}#experts`,
                  name: application.fullName,
                  missing: Math.max(0, application.expertsMin - application.assignments.filter((a) => isIn(a.status, SEATED)).length),
                }))}
              closedBy={act.open ? [] : act.closedBy.map((p) => p.message)}
            />
          </div>
        ) : null}
        {period && (approved.length > 0 || edition > 0 || open.length === 0) ? (
          <Card title={t('approved')} pad={false}>
            {approvedAt && edition > 0 ? (
              <p className="muted px-4 pt-2 text-s">{t('edition', { edition, date: formatTableDate(approvedAt, zone) })}</p>
            ) : null}
            <DataTable
              caption={t('approved')}
              captionHidden
              rows={approved}
              rowKey={(row) => row.application.id}
              columns={columns}
              empty={<p className="muted px-4 py-3 text-s">{t('emptyApproved')}</p>}
            />
          </Card>
        ) : null}
      </ClientMessages>
    </section>
  );
}

function useColumns(home: string): Column<Row>[] {
  const t = useTranslations('operator.schedule');
  return [
    {
      key: 'name',
      head: t('person'),
      lead: true,
      width: 'w-1/4',
      cell: ({ application }) => (
        <>
          <Link className="who" href={`${home}/applications/${application.id}`}>
            {application.fullName}
          </Link>
          <span className="sub">
            {[application.position?.label, answerOf(application, 'subject'), application.organisation?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'category', head: t('held'), cell: (row) => <Categories row={row} /> },
    {
      key: 'form',
      head: t('form'),
      cell: ({ application }) => answerOf(application, 'attestation_form'),
    },
    { key: 'period', head: t('periodMark'), cell: (row) => <PeriodMark row={row} /> },
    { key: 'experts', head: t('experts'), cell: (row) => <ExpertsMark row={row} home={home} /> },
    {
      key: 'status',
      head: t('status'),
      cell: ({ application }) => <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip>,
    },
  ];
}

const answerOf = (application: Row['application'], id: string) => application.answers.find(({ fieldId }) => fieldId === id)?.value;

/** The category asked for; below, the one that is held and until when, by which the period is chosen (Tomsk, line 440). */
function Categories({ row: { application } }: { row: Row }) {
  const t = useTranslations('operator.schedule');
  const [held, until] = ['held_category', 'held_category_until'].map((id) => answerOf(application, id));
  return (
    <>
      {application.category?.label}
      {held ? <span className="sub">{[t('heldNow', { held }), until].filter(Boolean).join(', ')}</span> : null}
    </>
  );
}

function PeriodMark({ row: { application } }: { row: Row }) {
  const t = useTranslations('operator.schedule');
  const may = application.viewerActions.some((act) => act.action === 'set_period' && act.open);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Chip tone={application.period ? 'ok' : 'wait'}>{t(application.period ? 'periodSet' : 'periodNotSet')}</Chip>
      {application.period ? <span>{application.period.label}</span> : null}
      {may ? (
        <span className="no-print">
          <PeriodAct
            applicationId={application.id}
            name={application.fullName}
            size="s"
            act="set_period"
            current={application.period?.id ?? null}
          />
        </span>
      ) : null}
    </div>
  );
}

function ExpertsMark({ row: { application, expertsAppointed }, home }: { row: Row; home: string }) {
  const t = useTranslations('operator.schedule');
  const seated = application.assignments.filter((a) => isIn(a.status, SEATED));
  const names = seated.flatMap((a) => a.expertName ?? []);
  const may = application.viewerActions.some((act) => act.action === 'appoint_experts' && act.open);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Chip tone={expertsAppointed ? 'ok' : 'wait'}>
        {expertsAppointed
          ? t('expertsSet')
          : seated.length > 0
            ? t('expertsSome', { count: seated.length, min: application.expertsMin })
            : t('expertsNotSet')}
      </Chip>
      {names.map((name) => (
        <span key={name}>{shortName(name)}</span>
      ))}
      {may ? (
        <Link className="no-print" href={`${home}/applications/${application.id}#experts`}>
          {t('assign')}
        </Link>
      ) : null}
    </div>
  );
}
