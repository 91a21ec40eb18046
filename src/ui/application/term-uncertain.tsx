import { useTranslations } from 'next-intl';

/** One sentence beside a term that reaches into a year without a production calendar. */
export function TermUncertain({ term }: { term: { certain: boolean } }) {
  const t = useTranslations('kit');
  return term.certain ? null : <p className="hint mt-1">{t('termUncertain')}</p>;
}
