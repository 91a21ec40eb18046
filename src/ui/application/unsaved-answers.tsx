'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useEffect, useRef } from 'react';
import { formatTime } from '@/ui/kit/format';
import { SaveState } from '@/ui/kit/save-state';
import { useAnswerSaver } from './use-answer-saver';

/** On pages that only show the answers: sends what an earlier page could not, then shows it. */
export function UnsavedAnswers({ applicationId, savedAt, zone }: { applicationId: string; savedAt: string; zone: string }) {
  const router = useRouter();
  const locale = useLocale();
  const saver = useAnswerSaver(applicationId, () => undefined);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!saver.savedAt || shown.current === saver.savedAt) return;
    shown.current = saver.savedAt;
    router.refresh();
  }, [saver.savedAt, router]);
  return (
    <SaveState
      state={saver.state === 'idle' ? 'saved' : saver.state}
      refused={Object.keys(saver.errors).length}
      time={formatTime(saver.savedAt ?? savedAt, locale, zone)}
      onRetry={() => void saver.flush()}
    />
  );
}
