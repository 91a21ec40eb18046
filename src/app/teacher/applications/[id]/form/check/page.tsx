import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AnswerList } from '@/ui/application/answer-list';
import { problemField, wantedOf } from '@/ui/application/form-view';
import { NextSteps } from '@/ui/application/next-steps';
import { PrintButton } from '@/ui/application/print-button';
import { ReturnedNotice } from '@/ui/application/returned-notice';
import { SendApplication } from '@/ui/application/send-application';
import { TermCard } from '@/ui/application/term-card';
import { UnsavedAnswers } from '@/ui/application/unsaved-answers';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Card } from '@/ui/kit/card';
import { formatDays } from '@/ui/kit/format';
import { BackLink } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CardDifferences } from '../card-differences';
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
  const returned = form.back;
  const { cardFrozen, signedOnPaper } = form.application.form;
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
          {signedOnPaper ? (
            <div className="print-only">
              <p>{form.region?.commissionLabel}</p>
              <p className="text-h2 font-semibold mt-3">{t('title')}</p>
            </div>
          ) : null}
          <div className={signedOnPaper ? 'no-print' : undefined}>
            <h1>{t(returned ? 'checkReturned' : 'check')}</h1>
            <p className="lead mt-2.5">
              {t(returned ? 'checkReturnedLead' : 'checkLead')} {cardFrozen ? t('cardFrozen') : null}
            </p>
          </div>
          <ReturnedNotice reason={form.application.reason ?? null} returned={returned} className="no-print" />
          {missing.length ? (
            <Notice tone="warn" id="missing" title={t('missingTitle')}>
              <ul className="mt-1.5 grid gap-1">
                {missing.map(({ fieldId, message }) => (
                  <li key={`${fieldId}${message}`}>{fieldId ? <a href={hrefOf(fieldId)}>{message}</a> : message}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <CardDifferences form={form} />
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
          {signedOnPaper ? <SignedPaper form={form} /> : null}
          <div className="actions no-print">
            <ClientMessages namespaces={['teacher']}>
              <SendApplication
                applicationId={id}
                act={form.sends}
                closed={missing.length > 0}
                reasonsId="missing"
                doneHref={`/teacher/applications/${id}/submitted`}
              />
              {signedOnPaper ? null : <PrintButton />}
            </ClientMessages>
          </div>
        </div>
        <aside className="stack no-print">
          {form.term ? (
            <TermCard term={form.term} zone={form.zone} locale={locale} title={t('submitBy')} after={t(`onExpiry.${form.sends}`)} />
          ) : null}
          <WhatFollows form={form} />
        </aside>
      </div>
    </main>
  );
}

/** The application is printed, signed by hand and attached as a scan before it can be sent. */
async function SignedPaper({ form: { application, signed, zone } }: { form: LoadedForm }) {
  const t = await getTranslations('teacher.form');
  return (
    <>
      <p className="print-only mt-8">{t('signed.line')}</p>
      {signed ? (
        <Card id="signed" title={t('signed.title')} className="no-print">
          <div className="grid gap-4">
            <p>{t('signed.text')}</p>
            <div className="actions">
              <ClientMessages namespaces={['teacher']}>
                <PrintButton />
              </ClientMessages>
            </div>
            <ClientMessages namespaces={['portfolio']}>
              <PaperUpload
                applicationId={application.id}
                paper={signed.paper}
                label={signed.label}
                hint={t('signed.again')}
                files={signed.files}
                canAttach={signed.canAttach}
                extensions={signed.extensions}
                maxBytes={signed.maxBytes}
                zone={zone}
              />
            </ClientMessages>
          </div>
        </Card>
      ) : null}
    </>
  );
}

/** The steps of the case that come after sending, in the region's words, each with its term. */
async function WhatFollows({ form: { application, region } }: { form: LoadedForm }) {
  const [t, locale] = await Promise.all([getTranslations('teacher.form'), getLocale()]);
  const steps = application.caseLine.filter((step) => step.state === 'later');
  if (steps.length === 0) return null;
  const termOf = (key: string) => region?.course.find((step) => step.id === key)?.term;
  return (
    <Card id="next" title={t('next')}>
      <NextSteps
        steps={steps.map(({ key, label }) => {
          const term = termOf(key);
          const days = term && formatDays(term.amount, locale, term.unit === 'WORKING_DAYS' ? 'working' : 'calendar');
          return { when: label, what: term ? t('nextTerm', { label: term.label, days: days ?? '' }) : '' };
        })}
      />
    </Card>
  );
}

/** What keeps the form from being sent, each with the field it is about, named so that the lines differ. */
async function missingOf({ problems, application }: LoadedForm) {
  const t = await getTranslations('teacher.form');
  return problems.map((p) => {
    const field = application.form.fields.find((f) => f.id === problemField(p));
    if (!field) return { fieldId: null, message: p.message };
    if (p.code !== 'REQUIRED') return { fieldId: field.id, message: `${field.label}: ${p.message}` };
    const wanted = wantedOf(field);
    return { fieldId: field.id, message: t(`missing.${wanted === 'chosen' ? 'any' : wanted}`, { label: field.label }) };
  });
}
