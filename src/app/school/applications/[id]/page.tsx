import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { FileLink_FileFragmentDoc, SchoolCaseDocument, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { query } from '@/server/api';
import { AnswerList } from '@/ui/application/answer-list';
import { sentence, termWords } from '@/ui/application/term';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatDate, shortName } from '@/ui/kit/format';
import { MoveCard } from '@/ui/kit/move-card';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { EmployerCheck } from './employer-check';
import type { Marks } from './use-marks';

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { application } = await query(SchoolCaseDocument, { id: (await params).id });
  return { title: application?.fullName ?? '' };
}

const SILENT = ['ASKED', 'REMINDED', 'ESCALATED'];

export default async function SchoolCasePage({ params }: { params: Params }) {
  const { id } = await params;
  const [{ application, region }, t, list, locale] = await Promise.all([
    query(SchoolCaseDocument, { id }),
    getTranslations('school.case'),
    getTranslations('school.list'),
    getLocale(),
  ]);
  const asked = application?.employerConfirmation;
  if (!application || !asked) return notFound();
  const zone = region?.timezone ?? 'UTC';
  const may = (action: string) => application.viewerActions.some((act) => act.action === action);
  const rights = { confirm: may('confirm_employer'), dispute: may('dispute_employer') };
  const facts = asked.facts.map((fact) => ({ ...fact, files: readFragment(FileLink_FileFragmentDoc, fact.files) }));
  const term = readFragment(Term_DeadlineFragmentDoc, asked.deadline);
  const words = term ? termWords(term, locale, zone) : null;
  const waits = SILENT.includes(asked.status) && rights.confirm;
  const answered = asked.answeredAt ? formatDate(asked.answeredAt, locale, zone) : '';
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs items={[{ href: '/school/applications', label: list('title') }, { label: shortName(application.fullName) }]} />
      <div className="title-line mt-2">
        <h1>{application.fullName}</h1>
        <Chip tone={asked.statusTone as Tone}>{asked.statusLabel}</Chip>
      </div>
      <p className="muted mt-1.5">
        {[
          application.position?.label,
          application.category ? t('wants', { category: application.category.label }) : null,
          application.number ? t('number', { number: application.number }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="stack mt-6">
        {waits ? (
          <MoveCard who={t('yourMove')} title={words ? t('moveUntil', { until: words.byDay }) : t('move')}>
            <p className="muted">
              {words ? `${sentence(words.left)}. ` : ''}
              {t('moveText')}
            </p>
          </MoveCard>
        ) : null}
        {asked.status === 'CONFIRMED' || asked.status === 'PAPER_CONFIRMED' ? (
          <Notice tone="ok" title={t('confirmed', { date: answered })}>
            {rights.dispute ? t('mayMend') : t('mayNotMend')}
          </Notice>
        ) : null}
        {asked.status === 'DISPUTED' ? (
          <Notice tone="warn" title={t('disputed', { date: answered })}>
            {asked.reason ? <p className="whitespace-pre-line">«{asked.reason}»</p> : null}
            <p>{rights.confirm ? t('mayConfirm') : t('mayNotMend')}</p>
          </Notice>
        ) : null}
        {rights.confirm || rights.dispute ? (
          <ClientMessages namespaces={['school']}>
            <EmployerCheck
              key={`${asked.status}${asked.answeredAt ?? ''}`}
              applicationId={id}
              name={application.fullName}
              facts={facts}
              given={marksOf(
                asked,
                facts.map((fact) => fact.fieldId),
              )}
              may={rights}
              placeField={application.form.fields.find((field) => field.type === 'organisation')?.id ?? null}
            />
          </ClientMessages>
        ) : (
          <Card title={t('facts')} id="facts">
            <AnswerList answers={facts} />
          </Card>
        )}
      </div>
    </main>
  );
}

/** The marks an earlier answer left: a confirmation found everything right, a dispute named what is wrong. */
function marksOf(asked: { status: string; disputedFields: readonly string[] }, fieldIds: readonly string[]): Marks {
  if (SILENT.includes(asked.status)) return { facts: {}, comment: '' };
  const verdict = (id: string) => (asked.disputedFields.includes(id) ? 'no' : 'yes');
  return { facts: Object.fromEntries(fieldIds.map((id) => [id, { verdict: verdict(id), right: '' }])), comment: '' };
}
