import { useTranslations } from 'next-intl';
import { Chip } from '@/ui/kit/chip';

/** What a loaded version is: a draft, published, or the one new cases begin on. */
export function VersionState({ status, current }: { status: string; current: boolean }) {
  const t = useTranslations('procedure.state');
  if (status === 'draft') return <Chip tone="warn">{t('draft')}</Chip>;
  return <Chip tone={current ? 'ok' : 'calm'}>{t(current ? 'current' : 'published')}</Chip>;
}
