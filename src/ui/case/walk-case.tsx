'use client';
import { Footprints } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { WalkApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { formatDateWithWeekday } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request } from '@/ui/request';

/** Demo only: does the next act of the case as whoever may do it, so that one person can see a whole procedure. */
export function WalkCase({ applicationId, zone }: { applicationId: string; zone: string }) {
  const t = useTranslations('kit.walk');
  const refresh = useRefresh();
  const toast = useToast();
  const locale = useLocale();
  const question = useRef<HTMLDialogElement>(null);
  /** Where the clock of the whole installation would go. */
  const [later, setLater] = useState<{ to: string; days: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const walk = async (moveClock: boolean) => {
    question.current?.close();
    setBusy(true);
    try {
      const { walkApplication } = await request(WalkApplicationDocument, { input: { id: applicationId, moveClock } });
      setRefusals(walkApplication.problems.map((p) => p.message));
      const { step, movesClockTo, movesClockDays } = walkApplication;
      if (movesClockTo) {
        setLater({ to: movesClockTo, days: movesClockDays ?? 0 });
        return question.current?.showModal();
      }
      const said =
        step &&
        (step.action === 'wait'
          ? t('waited', { status: step.statusLabel })
          : t('done', { role: step.roleLabel, status: step.statusLabel }));
      await refresh();
      if (said) toast({ text: said });
      else if (walkApplication.problems.length === 0) toast({ text: t('over') });
    } catch {
      setRefusals([t('failed')]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="no-print stack mt-5" data-walk="">
      {refusals.length > 0 ? (
        <Notice tone="warn" title={t('refused')}>
          {refusals.join(' ')}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="s" icon={<Footprints />} busy={busy && t('busy')} onClick={() => void walk(false)}>
          {t('label')}
        </Button>
        <p className="hint">{t('hint')}</p>
      </div>
      <Dialog ref={question} title={t('clock.title', { days: later?.days ?? 0 })}>
        <p className="muted">{later ? t('clock.text', { day: formatDateWithWeekday(later.to, locale, zone) }) : null}</p>
        <div className="dialog-foot">
          <Button look="primary" onClick={() => void walk(true)}>
            {t('clock.confirm')}
          </Button>
          <Button onClick={() => question.current?.close()}>{t('clock.cancel')}</Button>
        </div>
      </Dialog>
    </div>
  );
}
