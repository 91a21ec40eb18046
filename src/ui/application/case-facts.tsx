import { useLocale, useTranslations } from 'next-intl';
import { Chip, type Tone } from '@/ui/kit/chip';
import { Facts } from '@/ui/kit/facts';
import { formatDate, formatTime } from '@/ui/kit/format';

interface CaseFactsProps {
  application: {
    number?: string | null;
    fullName: string;
    createdAt: string;
    submittedAt?: string | null;
    statusLabel: string;
    statusTone: string;
    position?: { label: string } | null;
    category?: { label: string } | null;
    organisation?: { name: string; municipality: { name: string } } | null;
  };
  /** The employer's answer, once he was asked. */
  employer: { statusLabel: string; statusTone: string } | null;
  /** What the region calls it. */
  employerLabel?: string | undefined;
  zone: string;
}

/** The facts of an application, as the region's start page names them. */
export function CaseFacts({ application, employer, employerLabel, zone }: CaseFactsProps) {
  const t = useTranslations('teacher.home.fact');
  const locale = useLocale();
  const { number, submittedAt, organisation, position, category } = application;
  const date = formatDate(submittedAt ?? application.createdAt, locale, zone);
  const none = <span className="muted">{t('none')}</span>;
  return (
    <Facts
      items={[
        { term: t('of'), value: number ? t('numbered', { date, number }) : date },
        { term: t('applicant'), value: application.fullName || none },
        { term: t('submitted'), value: submittedAt ? `${date}, ${formatTime(submittedAt, locale, zone)}` : t('draft') },
        { term: t('municipality'), value: organisation?.municipality.name ?? none },
        { term: t('organisation'), value: organisation?.name ?? none },
        { term: t('position'), value: position?.label ?? none },
        { term: t('category'), value: category?.label ?? none },
        { term: t('status'), value: <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip> },
        ...(employer
          ? [{ term: employerLabel ?? t('employer'), value: <Chip tone={employer.statusTone as Tone}>{employer.statusLabel}</Chip> }]
          : []),
      ]}
    />
  );
}
