import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/ui/kit/progress-bar';

interface Props {
  portfolio: { sections: readonly { filled: number; total: number; requiredLeft: number }[] } | null;
}

/** How many indicators have evidence, and how many required ones still lack it. */
export function PortfolioProgress({ portfolio }: Props) {
  const t = useTranslations('teacher.home.portfolio');
  if (!portfolio?.sections.length) return null;
  const sum = (key: 'filled' | 'total' | 'requiredLeft') => portfolio.sections.reduce((all, section) => all + section[key], 0);
  const [filled, total] = [sum('filled'), sum('total')];
  return (
    <ProgressBar
      value={filled}
      max={total}
      label={t('label')}
      head={t.rich('filled', { filled, total, b: (chunks) => <b>{chunks}</b> })}
      side={t('left', { count: sum('requiredLeft') })}
    />
  );
}
