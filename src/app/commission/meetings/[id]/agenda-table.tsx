'use client';
import { Check, CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { AdmitApplicationDocument } from '@/gql/graphql';
import { CaseActButtons } from '@/ui/case/act-buttons';
import { useBulk } from '@/ui/case/use-bulk';
import { Button } from '@/ui/kit/button';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { dayToInstant, formatNumber, formatTableDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { ThresholdBar } from '@/ui/kit/progress-bar';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';
import type { AgendaCase } from './agenda';

interface AgendaTableProps {
  cases: readonly AgendaCase[];
  /** The last step: results, votes, orders; else the first look at applications. */
  final: boolean;
  finalStep: string;
  present: number | null;
  tie: string;
}

/** The agenda: each case with what the commission needs to decide it, and the acts that are open on it. */
export function AgendaTable({ cases, final, finalStep, present, tie }: AgendaTableProps) {
  const t = useTranslations('commission.agenda');
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { running, refused, run } = useBulk(t('failed'));
  const admittable = cases.filter((c) => c.viewerActions.some((act) => act.action === 'admit' && act.open)).map((c) => c.id);
  const selected = chosen.filter((id) => admittable.includes(id));
  const toggle = (id: string) => setChosen(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  const admit = async () => {
    const done = await run(selected, async (id) => (await request(AdmitApplicationDocument, { id })).admitApplication.problems);
    setChosen(selected.filter((id) => !done.includes(id)));
    if (done.length > 0) toast({ text: t('admitted', { count: done.length }) });
  };
  const columns: Column<AgendaCase>[] = [
    {
      key: 'name',
      head: t('person'),
      lead: true,
      width: 'w-[23%]',
      cell: (row) => (
        <div className="flex gap-3 items-start">
          {admittable.includes(row.id) ? (
            <input
              type="checkbox"
              className="check no-print"
              checked={selected.includes(row.id)}
              onChange={() => toggle(row.id)}
              aria-label={t('choose', { name: row.fullName })}
            />
          ) : null}
          <div className="min-w-0">
            <Link className="who" href={`/commission/applications/${row.id}`}>
              {row.fullName}
            </Link>
            <span className="sub">{[row.position?.label, row.organisation?.name].filter(Boolean).join(' · ')}</span>
            {refused[row.id] ? (
              <span className="sub text-danger!" role="alert">
                <CircleAlert /> {refused[row.id]}
              </span>
            ) : null}
          </div>
        </div>
      ),
    },
    { key: 'number', head: t('number'), cell: (row) => <span className="nb">{row.number}</span> },
    { key: 'category', head: t('category'), cell: (row) => row.category?.label },
    ...(final
      ? [
          { key: 'result', head: t('result'), width: 'w-[20%]', cell: (row: AgendaCase) => <Result row={row} /> },
          { key: 'votes', head: t('votes'), cell: (row: AgendaCase) => <Votes row={row} /> },
        ]
      : [
          {
            key: 'employer',
            head: t('employer'),
            cell: (row: AgendaCase) =>
              row.employerConfirmation ? (
                <Chip tone={row.employerConfirmation.statusTone as Tone}>{row.employerConfirmation.statusLabel}</Chip>
              ) : null,
          },
        ]),
    {
      key: 'decision',
      head: t('decision'),
      width: 'w-[20%]',
      label: t('decision'),
      cell: (row) => <Decision row={row} final={final} finalStep={finalStep} present={present} tie={tie} />,
    },
  ];
  return (
    <>
      {admittable.length > 1 ? (
        <div className="px-4 py-2.5 border-b border-line flex flex-wrap gap-2 no-print">
          <Button size="s" onClick={() => setChosen(selected.length === admittable.length ? [] : admittable)}>
            {selected.length === admittable.length ? t('chooseNone') : t('chooseAll', { count: admittable.length })}
          </Button>
        </div>
      ) : null}
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={cases}
        rowKey={(row) => row.id}
        rowClass={(row) => (selected.includes(row.id) ? 'on' : undefined)}
        columns={columns}
      />
      {selected.length > 0 ? (
        <div className="bottom-bar no-print border-t border-line">
          <div className="px-4">
            <b>{t('selected', { count: selected.length })}</b>
            <Button
              look="primary"
              size="s"
              icon={<Check />}
              busy={running ? t('running', { done: running.done, all: running.all }) : false}
              onClick={() => void admit()}
            >
              {t('admit', { count: selected.length })}
            </Button>
            <Button look="quiet" size="s" onClick={() => setChosen([])}>
              {t('clear')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

function Result({ row }: { row: AgendaCase }) {
  const t = useTranslations('commission.agenda');
  const locale = useLocale();
  const { result, verdict } = row;
  // Where experts give no points, the conclusion and the coordinator's word on it are the result.
  if (!result?.total) return verdict ? <b>{verdict.label}</b> : <span className="muted">{t('noResult')}</span>;
  const points = (text: string) => formatNumber(Number(text), locale);
  const said = result.sheets.filter((sheet) => sheet.recommendations);
  return (
    <div className="min-w-40">
      <b className={result.passed ? 'text-ok' : 'text-danger'}>{points(result.total)}</b>{' '}
      <span className="text-xs text-text-2">
        {t('of', { max: points(result.totalMax) })}, {t(result.passed ? 'passed' : 'notPassed')}
      </span>
      <ThresholdBar
        value={Number(result.total)}
        max={Number(result.totalMax)}
        label={t('bar', { total: points(result.total), threshold: points(result.threshold) })}
        marks={[{ at: Number(result.threshold), text: t('threshold', { threshold: points(result.threshold) }) }]}
      />
      {said.length > 0 ? (
        <details className="text-xs">
          <summary className="text-ink font-medium">{t('recommendations')}</summary>
          {said.map((sheet) => (
            <p key={sheet.expertName} className="mt-1.5 whitespace-pre-line wrap-anywhere">
              {sheet.expertName ? <b>{sheet.expertName}: </b> : null}
              {sheet.recommendations}
            </p>
          ))}
        </details>
      ) : null}
    </div>
  );
}

function Votes({ row: { decision } }: { row: AgendaCase }) {
  const t = useTranslations('commission.agenda');
  if (!decision) return <span className="muted">{t('noVotes')}</span>;
  return (
    <>
      <span>{t('voted', { for: decision.votesFor, against: decision.votesAgainst, abstained: decision.votesAbstained })}</span>
      {decision.text ? <span className="sub wrap-anywhere">{decision.text}</span> : null}
    </>
  );
}

/** The word of the commission; while it is open, the acts that lead to it. Orders are issued for a whole group beside the agenda. */
function Decision({ row, final, finalStep, present, tie }: { row: AgendaCase } & Omit<AgendaTableProps, 'cases'>) {
  const t = useTranslations('commission.agenda');
  const acts = row.viewerActions.filter((act) => act.open && ['admit', 'refuse_intake', 'record_decision'].includes(act.action));
  if (row.decision && final) {
    return (
      <>
        <Chip tone={row.decision.outcome === 'establish' ? 'ok' : 'danger'}>
          {t(row.decision.outcome === 'establish' ? 'establish' : 'refuse')}
        </Chip>
        <span className="sub">
          {row.order ? t('order', { number: row.order.number, date: formatTableDate(dayToInstant(row.order.date)) }) : t('noOrder')}
        </span>
      </>
    );
  }
  if (acts.length > 0) {
    return (
      <CaseActButtons
        acts={acts}
        size="s"
        subject={{
          id: row.id,
          fullName: row.fullName,
          organisation: row.organisation?.name ?? '',
          returnReasons: [],
          refusalReasons: row.refusalReasons,
          finalStep,
          present,
          tie,
          passed: row.result?.passed ?? null,
          knownOrder: null,
        }}
      />
    );
  }
  return (
    <>
      {row.admittedAt && !final ? <Chip tone="ok">{t('wasAdmitted')}</Chip> : <Chip tone={row.statusTone as Tone}>{row.statusLabel}</Chip>}
      {row.reason && row.status === 'INTAKE_REFUSED' ? <span className="sub wrap-anywhere whitespace-pre-line">{row.reason}</span> : null}
    </>
  );
}
