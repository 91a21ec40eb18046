import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatNumber } from './format';

/** A group of criteria: its head sticks and shows the sum of the maximum; it folds. */
export function ScoreGroup({
  no,
  title,
  sum,
  max,
  open = true,
  children,
}: {
  no: string;
  title: string;
  sum: number;
  max: number;
  open?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('kit.score');
  const locale = useLocale();
  return (
    <details open={open}>
      <summary className="group-head">
        <span>
          <ChevronRight className="chevron" />
          <span>
            <small>{no}</small> {title}
          </span>
        </span>
        <span className="nb">
          {formatNumber(sum, locale)} <small>{t('of', { max: formatNumber(max, locale) })}</small>
        </span>
      </summary>
      <ol className="rows">{children}</ol>
    </details>
  );
}
