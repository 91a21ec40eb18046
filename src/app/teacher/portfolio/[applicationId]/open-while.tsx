import { useTranslations } from 'next-intl';
import { Card } from '@/ui/kit/card';
import { ProgressBar } from '@/ui/kit/progress-bar';
import type { Portfolio } from './load-portfolio';

/** Where the portfolio is not handed in by itself but goes along with the case: until when it may grow. */
export function OpenWhile({ portfolio, filled, total }: { portfolio: Portfolio; filled: number; total: number }) {
  const t = useTranslations('portfolio.while');
  const left = portfolio.sections.reduce((sum, section) => sum + section.requiredLeft, 0);
  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        <ProgressBar
          value={filled}
          max={total}
          label={t('label')}
          head={t('filled', { filled, total })}
          side={t('left', { count: left })}
        />
        <p>{t('text')}</p>
        <ul className="list-disc pl-5">
          {portfolio.editableWhile.map((status) => (
            <li key={status}>{status}</li>
          ))}
        </ul>
        <p className="hint">{t('after')}</p>
      </div>
    </Card>
  );
}
