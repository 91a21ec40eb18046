import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/kit/notice';

/** Why an application came back, and that only these words need an answer. */
export function ReturnedNotice({ reason, returned, className }: { reason: string | null; returned: boolean; className?: string }) {
  const t = useTranslations('teacher.form');
  if (!returned) return null;
  return (
    <div className={className}>
      <Notice tone="warn" title={t('returned')}>
        {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
      </Notice>
    </div>
  );
}
