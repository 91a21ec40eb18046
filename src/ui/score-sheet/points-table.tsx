import { useLocale, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { PointsTable_AssignmentFragmentDoc } from '@/gql/graphql';
import { formatNumber } from '@/ui/kit/format';

/** The points of several experts side by side: a row per criterion, a column per expert, each group with its sum. */
export function PointsTable({ assignments }: { assignments: readonly FragmentType<typeof PointsTable_AssignmentFragmentDoc>[] }) {
  const t = useTranslations('expert.colleagues');
  const locale = useLocale();
  const seats = readFragment(PointsTable_AssignmentFragmentDoc, assignments).flatMap((a) => (a.sheet ? [{ ...a, sheet: a.sheet }] : []));
  const [first] = seats;
  if (!first) return null;
  const points = (text: string | null | undefined) => (text ? formatNumber(Number(text), locale) : t('empty'));
  const names = seats.map((seat) => (seat.own ? t('mine') : (seat.expertName ?? t('other', { no: seat.no }))));
  const given = (row: (typeof first.sheet.criteria)[number] | undefined) => points(row?.kind === 'group' ? row.sum : row?.score?.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={t('title')}>
      <table className="w-full text-s">
        <thead>
          <tr className="text-left text-xs text-text-2">
            <th scope="col" className="px-4 py-2 font-medium">
              {t('criterion')}
            </th>
            {seats.map((seat, index) => (
              <th key={seat.id} scope="col" className="px-3 py-2 text-right font-medium">
                {names[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.sheet.criteria.map((criterion) => (
            <tr key={criterion.id} className={criterion.kind === 'group' ? 'border-t border-line font-semibold' : 'border-t border-line'}>
              <th scope="row" className="px-4 py-1.5 text-left font-[inherit]">
                <span className="text-text-3">{criterion.no}</span> {criterion.label}
              </th>
              {seats.map((seat) => (
                <td key={seat.id} className="px-3 py-1.5 text-right tabular-nums">
                  {given(seat.sheet.criteria.find((same) => same.id === criterion.id))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row" className="px-4 py-2 text-left">
              {t('total')}
            </th>
            {seats.map((seat) => (
              <td key={seat.id} className="px-3 py-2 text-right tabular-nums">
                {points(seat.sheet.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
