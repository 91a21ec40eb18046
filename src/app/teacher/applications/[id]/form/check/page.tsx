import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AnswerList } from '@/ui/application/answer-list';
import { isFileField, problemField } from '@/ui/application/form-view';
import { NextSteps } from '@/ui/application/next-steps';
import { PrintButton } from '@/ui/application/print-button';
import { ReturnedNotice } from '@/ui/application/returned-notice';
import { SendApplication } from '@/ui/application/send-application';
import { TermCard } from '@/ui/application/term-card';
import { UnsavedAnswers } from '@/ui/application/unsaved-answers';
import { Card } from '@/ui/kit/card';
import { BackLink } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { type LoadedForm, loadForm } from '../load-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher.form'))('check') };
}

export default async function CheckAnswersPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const form = await loadForm(id);
  if (!form.editable || !form.sends) redirect(`/teacher/applications/${id}`);
  const [t, locale] = await Promise.all([getTranslations('teacher.form'), getLocale()]);
  const base = `/teacher/applications/${id}/form`;
  const returned = form.application.status === 'RETURNED';
  const missing = await missingOf(form);
  const stepOf = (fieldId: string) => form.steps.find((step) => step.fields.some((field) => field.id === fieldId))?.id ?? form.steps[0]?.id;
  const hrefOf = (fieldId: string) => `${base}/${stepOf(fieldId)}#${fieldId}`;
  return (
    <main id="main" className="wrap page">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 no-print">
        <BackLink href={base}>{t('toTasks')}</BackLink>
        <ClientMessages namespaces={['teacher']}>
          <UnsavedAnswers applicationId={id} savedAt={form.application.updatedAt} zone={form.zone} />
        </ClientMessages>
      </div>
      <div className="with-aside mt-5">
        <div className="stack">
          <div>
            <h1>{t(returned ? 'checkReturned' : 'check')}</h1>
            <p className="lead mt-2.5">{t(returned ? 'checkReturnedLead' : 'checkLead')}</p>
          </div>
          <ReturnedNotice reason={form.application.reason ?? null} returned={returned} />
          {missing.length ? (
            <Notice tone="warn" id="missing" title={t('missingTitle', { count: missing.length })}>
              <ul className="mt-1.5 grid gap-1">
                {missing.map(({ fieldId, message }) => (
                  <li key={`${fieldId}${message}`}>{fieldId ? <a href={hrefOf(fieldId)}>{message}</a> : message}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {form.steps.map((step) => (
            <Card key={step.id} id={`step-${step.id}`} title={step.label}>
              <AnswerList
                hrefOf={hrefOf}
                answers={form.application.answers
                  .filter((answer) => step.fields.some((field) => field.id === answer.fieldId))
                  .map((answer) => ({ ...answer, files: form.files[answer.fieldId] ?? [] }))}
              />
            </Card>
          ))}
          <div className="actions no-print">
            <ClientMessages namespaces={['teacher']}>
              <SendApplication
                applicationId={id}
                act={form.sends}
                closed={missing.length > 0}
                reasonsId="missing"
                doneHref={`/teacher/applications/${id}/submitted`}
              />
              <PrintButton />
            </ClientMessages>
          </div>
        </div>
        <aside className="stack no-print">
          {form.term ? (
            <TermCard term={form.term} zone={form.zone} locale={locale} title={t('submitBy')} after={t(`onExpiry.${form.sends}`)} />
          ) : null}
          {returned ? null : (
            <Card id="next" title={t('next.title')}>
              <NextSteps
                steps={(['now', 'today', 'meeting'] as const).map((key) => ({ when: t(`next.${key}.when`), what: t(`next.${key}.what`) }))}
              />
            </Card>
          )}
        </aside>
      </div>
    </main>
  );
}

/** What keeps the form from being sent, each with the field it is about, named so that the lines differ. */
async function missingOf({ problems, application }: LoadedForm) {
  const t = await getTranslations('teacher.form');
  return problems.map((p) => {
    const field = application.form.fields.find((f) => f.id === problemField(p));
    if (!field) return { fieldId: null, message: p.message };
    if (p.code !== 'REQUIRED') return { fieldId: field.id, message: `${field.label}: ${p.message}` };
    return { fieldId: field.id, message: t(isFileField(field) ? 'missing.file' : 'missing.any', { label: field.label }) };
  });
}
