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
          <Needs form={home.applicationForm} />
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

/** What the region's form will want: its parts, its files, a paper to sign. */
function Needs({ form }: { form: TeacherHomeQuery['applicationForm'] }) {
  const t = useTranslations('teacher.home.first');
  const files = form.fields.filter(({ type, required }) => required && (type === 'file' || type === 'files'));
  return (
    <ul className="list-disc pl-5 grid gap-2">
      <li>{t('parts', { parts: form.steps.map((step) => `«${step.label}»`).join(', ') })}</li>
      {files.map(({ id, label, hint }) => (
        <li key={id}>{hint ? `${label}. ${hint}` : label}</li>
      ))}
      {form.cardFrozen ? <li>{t('card')}</li> : null}
      {form.signedOnPaper ? <li>{t('paper')}</li> : null}
      {form.onlyTeacherSends ? <li>{t('onlyYou')}</li> : null}
      <li>{t('saves')}</li>
    </ul>
  );
}
