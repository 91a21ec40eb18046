import { Check, Circle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { PanelMark_MarkFragmentDoc } from '@/gql/graphql';

const ROWS = [
  { key: 'ready', yes: 'readyYes', no: 'readyNo' },
  { key: 'done', yes: 'scoredYes', no: 'scoredNo' },
] as const;

/** Two rows, a mark and a word for each expert of the panel: who is ready to assess, who has done his work. */
export function PanelMarks({ marks }: { marks: readonly FragmentType<typeof PanelMark_MarkFragmentDoc>[] }) {
  const t = useTranslations('expert.panelMarks');
  const panel = useTranslations('expert.panel');
  const seats = readFragment(PanelMark_MarkFragmentDoc, marks);
  if (seats.length === 0) return null;
  return (
    <dl className="grid gap-x-4 gap-y-1.5 border-t border-line px-4 py-3 text-s sm:grid-cols-[max-content_1fr]" aria-label={t('title')}>
      {ROWS.map(({ key, yes, no }) => (
        <div key={key} className="contents">
          <dt className="muted">{t(key === 'done' ? 'scored' : 'ready')}</dt>
          <dd>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {seats.map((seat) => (
                <li key={seat.id} className="flex items-center gap-1.5">
                  {seat[key] ? <Check className="text-ok" /> : <Circle className="text-text-3" />}
                  {t(seat[key] ? yes : no, { name: seat.own ? t('you') : (seat.name ?? panel('unknown', { no: seat.no })) })}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
