import { useLocale, useTranslations } from 'next-intl';
import { CaseLine } from '@/ui/kit/case-line';
import { formatDate } from '@/ui/kit/format';

interface StepView {
  key: string;
  label: string;
  state: string;
  at?: string | null;
}

/** The line of a case with the day a step was reached or the term by which it should be done. */
export function CaseLineView({ steps, zone }: { steps: readonly StepView[]; zone: string }) {
  const t = useTranslations('teacher.home');
  const locale = useLocale();
  return (
    <CaseLine
      steps={steps.map(({ label, state, at }) => ({
        label,
        state: state === 'done' || state === 'now' ? state : 'later',
        note: at
          ? state === 'done'
            ? formatDate(at, locale, zone)
            : t('stepUntil', { date: formatDate(lastDay(at), locale, zone) })
          : undefined,
      }))}
    />
  );
}

/** A term ends at midnight; its last day is the one before. */
const lastDay = (lapsesAt: string) => new Date(new Date(lapsesAt).getTime() - 60_000);
