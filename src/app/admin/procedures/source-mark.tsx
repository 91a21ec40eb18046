import { useTranslations } from 'next-intl';
import { Chip } from '@/ui/kit/chip';

const KNOWN = ['seed', 'derived', 'found', 'proposed'] as const;

/** Where a value of a procedure comes from; one that is only proposed stands out. */
export function SourceMark({ source }: { source: string | null | undefined }) {
  const t = useTranslations('procedure.source');
  const known = KNOWN.find((name) => name === source);
  if (!known) return null;
  return known === 'proposed' ? <Chip tone="warn">{t(known)}</Chip> : <span className="hint">{t(known)}</span>;
}
