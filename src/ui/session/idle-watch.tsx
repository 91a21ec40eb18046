'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ContinueSessionDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { request, SESSION_ENDED, SESSION_RENEWED } from '@/ui/request';
import { endSession } from './actions';
import { countsAsReading, idleState, isToTell, type Marks } from './idle';
import { marks } from './idle-marks';

const LOOK_MS = 1_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

const tell = () => void request(ContinueSessionDocument, {}).catch(() => undefined);

/** Somebody looks at a visible page with the focus in a frame of it: what he does there is not heard here. */
const looksIntoFrame = () => document.visibilityState === 'visible' && document.activeElement instanceof HTMLIFrameElement;

/**
 * Ends the stay of whoever has gone away: asks two minutes before, then lets the dialog "sign in again" take over, with everything typed in its
 * place. What is done in any tab of this browser counts; the server hears of it at most once a minute and decides by itself.
 */
export function IdleWatch({ minutes }: { minutes: number }) {
  const t = useTranslations('auth');
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState<number | null>(null);
  const stay = useRef(() => {});
  useEffect(() => {
    const limit = minutes * 60_000;
    let over = false;
    const note = (heard: Partial<Marks>) => {
      // While the question is open it is to be answered: a mouse that is pushed says nothing.
      if (!over && !dialog.current?.open) marks.write(heard);
    };
    const hear = () => note({ active: Date.now(), heard: Date.now() });
    const look = () => {
      const now = Date.now();
      if (over) return;
      const known = marks.read();
      if (looksIntoFrame() && countsAsReading(now, known, limit)) note({ active: now });
      if (isToTell(now, marks.read())) {
        marks.write({ told: now });
        tell();
      }
      const { active } = marks.read();
      const state = idleState(now, { active }, limit);
      setLeft(state === 'warned' ? Math.max(0, Math.ceil((active + limit - now) / 1000)) : null);
      if (state === 'warned' && !dialog.current?.open) dialog.current?.showModal();
      if (state !== 'warned' && dialog.current?.open) dialog.current.close();
      if (state === 'ended') {
        over = true;
        window.dispatchEvent(new Event(SESSION_ENDED));
      }
    };
    stay.current = () => {
      if (over) return;
      const now = Date.now();
      marks.write({ active: now, heard: now, told: now });
      tell();
      look();
    };
    const ended = () => {
      over = true;
      dialog.current?.close();
    };
    const renewed = () => {
      over = false;
      const now = Date.now();
      marks.write({ active: now, heard: now, told: now });
    };
    // Opening a page is something its person did, and the server knows it from the page.
    renewed();
    for (const sign of SIGNS) window.addEventListener(sign, hear, { passive: true, capture: true });
    window.addEventListener(SESSION_ENDED, ended);
    window.addEventListener(SESSION_RENEWED, renewed);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, hear, { capture: true });
      window.removeEventListener(SESSION_ENDED, ended);
      window.removeEventListener(SESSION_RENEWED, renewed);
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes]);
  const time = `${Math.floor((left ?? 0) / 60)}:${String((left ?? 0) % 60).padStart(2, '0')}`;
  return (
    <Dialog ref={dialog} title={t('idle.title')} onClose={() => left !== null && stay.current()}>
      <p>{t('idle.text', { minutes })}</p>
      <p className="mt-4" role="timer" aria-live="off">
        {t('idle.left')} <b className="nb">{time}</b>
      </p>
      <div className="dialog-foot">
        <Button look="primary" onClick={() => dialog.current?.close()}>
          {t('idle.stay')}
        </Button>
        <form action={endSession}>
          <button type="submit" className="btn btn-quiet">
            {t('idle.leave')}
          </button>
        </form>
      </div>
    </Dialog>
  );
}
