'use client';
import { useLocale, useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitPortfolioDocument } from '@/gql/graphql';
import { useEntryActivity } from '@/ui/evidence/entry-activity';
import { useUploads } from '@/ui/evidence/use-uploads';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { type Condition, GateStrip, SendGate } from '@/ui/kit/send-gate';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request, SessionEnded } from '@/ui/request';
import type { Gate } from './load-portfolio';

const GATE = 'gate';

interface GateProps {
  applicationId: string;
  gates: readonly Gate[];
  /** Until when, in words. */
  term: string | null;
}

/** The conditions as the server sees them, and what this browser has on its way. */
function useConditions({ applicationId, gates }: GateProps, numbers: Record<string, string> = {}): Condition[] {
  const t = useTranslations('portfolio.send');
  const locale = useLocale();
  const now = useNow();
  const uploads = useUploads().filter((u) => u.place.applicationId === applicationId && u.place.indicatorId);
  const busy = uploads.filter(({ state }) => !['stored', 'refused'].includes(state.kind));
  const { unsaved } = useEntryActivity();
  const typed: Condition[] = unsaved > 0 ? [{ id: 'entries', state: 'yours', title: t('unsaved', { count: unsaved }) }] : [];
  return [...gates.map(conditionOf), ...typed];

  function conditionOf(gate: Gate): Condition {
    if (gate.key === 'uploads' && busy.length > 0) {
      const first = busy[0]?.place.indicatorId ?? '';
      const link = { href: `#i-${first}`, linkLabel: t('goTo', { no: numbers[first] ?? '' }) };
      return { id: gate.key, state: 'yours', title: t('uploads', { count: busy.length }), ...link };
    }
    if (gate.open) return { id: gate.key, state: 'met', title: gate.label, detail: gate.detail };
    const yours = gate.role === 'TEACHER';
    const day = gate.until ? formatDate(dayToInstant(gate.until), locale, 'UTC') : null;
    const role = gate.roleLabel;
    const late = gate.until ? gate.until < now.toISOString().slice(0, 10) : false;
    const move = yours || !role ? null : day ? t(late ? 'moveLate' : 'moveUntil', { role, day }) : t('move', { role });
    const detail = [gate.detail, move].filter(Boolean).join('. ');
    const link = gate.indicatorId
      ? { href: `#i-${gate.indicatorId}`, linkLabel: t('goTo', { no: numbers[gate.indicatorId] ?? '' }) }
      : gate.href
        ? { href: gate.href, linkLabel: t('open') }
        : {};
    return { id: gate.key, state: yours ? 'yours' : 'others', title: gate.label, detail, ...link };
  }
}

/** On phones, over the sections: how many conditions are left; leads to them. */
export function SendStrip(props: GateProps) {
  return <GateStrip id={GATE} conditions={useConditions(props)} term={props.term} />;
}

interface SendPortfolioProps extends GateProps {
  /** Numbers of the indicators by id. */
  numbers: Record<string, string>;
  submitLabel: string;
  counts: { filled: number; total: number; files: number; entries: number; refused: number };
}

/** Every condition of sending, and the button that sends: closed until all hold, asking once more before it acts. */
export function SendPortfolio(props: SendPortfolioProps) {
  const { applicationId, numbers, submitLabel, term, counts } = props;
  const t = useTranslations('portfolio.send');
  const refresh = useRefresh();
  const toast = useToast();
  const conditions = useConditions(props, numbers);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const closed = conditions.some((condition) => condition.state !== 'met');
  const send = async () => {
    setBusy(true);
    setProblems([]);
    try {
      const { submitPortfolio } = await request(SubmitPortfolioDocument, { applicationId });
      setProblems(submitPortfolio.problems.map((problem) => problem.message));
      await refresh();
      if (submitPortfolio.problems.length === 0) toast({ text: t('done') });
    } catch (error) {
      if (!(error instanceof SessionEnded)) setProblems([t('notReached')]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SendGate
      id={GATE}
      title={t('title')}
      term={term}
      conditions={conditions}
      note={t('note')}
      action={
        <>
          {problems.map((problem) => (
            <Notice key={problem} tone="danger" role="alert">
              {problem}
            </Notice>
          ))}
          <ConfirmDialog
            trigger={(open) => (
              <Button look="primary" className="w-full" closed={closed} reasonsId={GATE} busy={busy ? t('busy') : false} onClick={open}>
                {submitLabel}
              </Button>
            )}
            title={t('question')}
            confirm={t('confirm')}
            cancel={t('cancel')}
            onConfirm={send}
          >
            <p>{t('what')}</p>
            <p className="mt-3">
              {counts.files > 0 || counts.entries === 0 ? t('filesCount', { count: counts.files }) : null}{' '}
              {counts.entries > 0 ? t('entriesCount', { count: counts.entries }) : null}{' '}
              {t('empty', { count: counts.total - counts.filled })} {counts.refused > 0 ? t('refused', { count: counts.refused }) : null}
            </p>
          </ConfirmDialog>
        </>
      }
    />
  );
}
