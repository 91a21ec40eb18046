import { useTranslations } from 'next-intl';

/** Says that a list is longer than what stands here; nothing when it is whole. */
export function ShownOf({ shown, total }: { shown: number; total: number }) {
  const t = useTranslations('kit');
  return shown < total ? <p className="muted mt-3">{t('shownOf', { shown, total })}</p> : null;
}
