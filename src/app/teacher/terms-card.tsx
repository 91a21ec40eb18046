import { useLocale, useTranslations } from 'next-intl';
import { readFragment } from '@/gql';
import { Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { termWords } from '@/ui/application/term';
import { TermUncertain } from '@/ui/application/term-uncertain';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import type { TeacherCase } from './case-moves';

/** The running terms of a case, nearest first. */
export function TermsCard({ application, zone }: { application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.home');
  const locale = useLocale();
  const terms = readFragment(Term_DeadlineFragmentDoc, application.deadlines).filter((term) => term.status !== 'LAPSED');
  return (
    <Card title={t('terms')} id="terms" pad={false}>
      <div className="rows px-[var(--pad)]">
        {terms.map((term) => {
          const words = termWords(term, locale, zone);
          return (
            <div key={term.id} className="py-3.5">
              <p className="font-semibold leading-snug">{term.label}</p>
              <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 mt-1">
                <span className="muted text-m">{term.status === 'PAUSED' ? t('paused') : words.day}</span>
                {term.status === 'PAUSED' ? null : <Chip tone={words.tone}>{words.days}</Chip>}
              </p>
              <TermUncertain term={term} />
            </div>
          );
        })}
        {terms.length ? null : <p className="muted py-3.5">{t('noTerms')}</p>}
      </div>
    </Card>
  );
}
