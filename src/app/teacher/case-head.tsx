import { useLocale, useTranslations } from 'next-intl';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatDate } from '@/ui/kit/format';
import type { TeacherCase } from './case-moves';
import { caseName } from './case-name';

/** Head of a case: which category, the status in the region's words, number, position, school. */
export function CaseHead({ application, zone }: { application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.home');
  const locale = useLocale();
  const { number, category, position, organisation } = application;
  const date = formatDate(application.submittedAt ?? application.createdAt, locale, zone);
  const first = t.rich(`line.${caseName(application)}`, { number: number ?? '', date, b: (chunks) => <b className="nb">{chunks}</b> });
  return (
    <>
      <div className="title-line mt-1">
        <h1>{category ? t('title', { category: category.label }) : t('titlePlain')}</h1>
        <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip>
      </div>
      <p className="mt-2.5 muted text-m">
        {first}
        {position ? ` · ${position.label}` : null}
        {organisation ? ` · ${organisation.name}` : null}
      </p>
    </>
  );
}
