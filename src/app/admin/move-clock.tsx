'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoveClockDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { NumberField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';

/** Moves the clock of a demo: tomorrow, next week, any number of days, back to today. */
export function MoveClock({ ahead }: { ahead: number }) {
  const t = useTranslations('admin');
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [days, setDays] = useState('30');

  async function move(what: string, input: { days?: number; reset?: boolean }) {
    setBusy(what);
    setFailed(null);
    try {
      const { moveClock } = await request(MoveClockDocument, { input });
      if (moveClock.problems[0]) setFailed(moveClock.problems[0].message);
      router.refresh();
    } catch {
      setFailed(t('clock.notMoved'));
    } finally {
      setBusy(null);
    }
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={busy === 'tomorrow' && t('clock.moving')} onClick={() => move('tomorrow', { days: 1 })}>
          {t('clock.tomorrow')}
        </Button>
        <Button busy={busy === 'week' && t('clock.moving')} onClick={() => move('week', { days: 7 })}>
          {t('clock.week')}
        </Button>
        {ahead > 0 && (
          <Button look="quiet" busy={busy === 'reset' && t('clock.moving')} onClick={() => move('reset', { reset: true })}>
            {t('clock.reset')}
          </Button>
        )}
      </div>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void move('days', { days: Number(days) });
        }}
      >
        <NumberField label={t('clock.days')} name="days" min={1} max={400} value={days} onChange={(event) => setDays(event.target.value)} />
        <Button type="submit" busy={busy === 'days' && t('clock.moving')}>
          {t('clock.move')}
        </Button>
      </form>
      {failed && (
        <Notice tone="danger" role="alert">
          {failed}
        </Notice>
      )}
    </div>
  );
}
