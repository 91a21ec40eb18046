import { useTranslations } from 'next-intl';
import { type CountedIndicator, countEvidence, evidenceState } from './evidence-count';

/** Says what some indicators hold: «1 таблица, 2 ссылки», else why nothing can be shown. Works on the server. */
export function useEvidenceWords(): (indicators: readonly CountedIndicator[]) => string {
  const t = useTranslations('portfolio.evidence');
  return (indicators) => {
    const state = evidenceState(indicators);
    if (state !== 'some') return t(state);
    return countEvidence(indicators)
      .map(({ kind, count }) => t(kind, { count }))
      .join(', ');
  };
}
