import { Equal, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DataTable } from '@/ui/kit/data-table';
import type { Pair } from './pairs';

/** Rows of two procedures; a difference has a word and a sign beside its colour. */
export function PairTable({
  caption,
  heads,
  pairs,
  code,
}: {
  caption: string;
  heads: [string, string];
  pairs: readonly Pair[];
  code: boolean;
}) {
  const t = useTranslations('procedure.compare');
  const cell = (text: string | null) => text ?? <em className="muted">{t('absent')}</em>;
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={pairs}
      rowKey={(pair) => pair.key}
      rowClass={(pair) => (pair.differs ? 'differs' : undefined)}
      columns={[
        { key: 'what', head: t('what'), lead: true, width: 'w-1/4', cell: (pair) => (code ? <code>{pair.label}</code> : pair.label) },
        { key: 'a', head: heads[0], cell: (pair) => cell(pair.a) },
        { key: 'b', head: heads[1], cell: (pair) => cell(pair.b) },
        {
          key: 'mark',
          head: <span className="vh">{t('differs')}</span>,
          whole: true,
          cell: (pair) => (
            <span className="flex items-center gap-1.5 text-xs">
              {pair.differs ? <TriangleAlert /> : <Equal />}
              {t(pair.differs ? 'differs' : 'same')}
            </span>
          ),
        },
      ]}
      empty={<p className="muted card-pad">{t('counts', { count: 0 })}</p>}
    />
  );
}
