import { Check, Circle } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface PanelMarksProps {
  assignments: readonly { id: string; status: string; expertName?: string | null }[];
}

const SEATED = ['INVITED', 'CONFIRMED', 'SCORING', 'FINAL'];
const ROWS = [
  { key: 'ready', done: (status: string) => status !== 'INVITED' },
  { key: 'scored', done: (status: string) => status === 'FINAL' },
] as const;

/** Two rows of marks, one per expert of the panel: who is ready to assess, who has done his work. */
export function PanelMarks({ assignments }: PanelMarksProps) {
  const t = useTranslations('expert.panelMarks');
  const panel = useTranslations('expert.panel');
  const seats = assignments.filter((a) => SEATED.includes(a.status));
  if (seats.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-s" aria-label={t('title')}>
      {ROWS.map(({ key, done }) => (
        <div key={key} className="contents">
          <dt className="muted">{t(key)}</dt>
          <dd className="flex items-center gap-1.5">
            {seats.map((seat, index) => {
              const label = t(done(seat.status) ? 'yes' : 'no', { name: seat.expertName ?? panel('unknown', { no: index + 1 }) });
              return (
                <span key={seat.id} role="img" aria-label={label} title={label}>
                  {done(seat.status) ? <Check className="text-ok" /> : <Circle className="text-text-3" />}
                </span>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
