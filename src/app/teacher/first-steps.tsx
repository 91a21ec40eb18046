import { useLocale, useTranslations } from 'next-intl';
import { readFragment } from '@/gql';
import { type TeacherHomeQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { sentence, termWords } from '@/ui/application/term';
import { Card } from '@/ui/kit/card';
import { MoveCard } from '@/ui/kit/move-card';
import { ClientMessages } from '@/ui/shell/client-messages';
import { StartApplication } from './start-application';

/** Before the first application: what to do, until when, what is needed, what will follow. */
export function FirstSteps({ home, zone }: { home: TeacherHomeQuery; zone: string }) {
  const t = useTranslations('teacher.home.first');
  const locale = useLocale();
  const term = readFragment(Term_DeadlineFragmentDoc, home.applyingTerm);
  const words = term ? termWords(term, locale, zone) : null;
  return (
    <div className="grid gap-4 mt-7">
      <MoveCard
        title={t('title')}
        actions={
          <ClientMessages namespaces={['teacher']}>
            <StartApplication />
          </ClientMessages>
        }
      >
        {words ? (
          <>
            <p>{t.rich('until', { until: words.until, left: sentence(words.left), b: (chunks) => <b>{chunks}</b> })}</p>
            <p className="muted">{t('after')}</p>
          </>
        ) : null}
      </MoveCard>
      <div className="grid gap-4 md:grid-cols-2 items-start">
        <Card title={t('needTitle')} id="need">
          <ul className="list-disc pl-5 grid gap-2">
            <li>{t('need1')}</li>
            <li>{t('need2')}</li>
            <li>{t('need3')}</li>
          </ul>
        </Card>
        <Card title={t('courseTitle')} id="course">
          <ol className="list-decimal pl-5 grid gap-2">
            {home.region?.course.map((step) => (
              <li key={step.id}>{step.label}</li>
            ))}
          </ol>
        </Card>
      </div>
    </div>
  );
}
