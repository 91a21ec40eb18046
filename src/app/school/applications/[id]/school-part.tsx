import { getLocale, getTranslations } from 'next-intl/server';
import { EMPLOYER_ASKED, EMPLOYER_CONFIRMED, isIn, PAPER_OWED } from '@/domain/case/groups';
import { readFragment } from '@/gql';
import { FileLink_FileFragmentDoc, type SchoolCaseQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { AnswerList } from '@/ui/application/answer-list';
import { employerGate } from '@/ui/application/employer-gate';
import { sentence, termWords } from '@/ui/application/term';
import type { PaperView } from '@/ui/case/papers';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatDate } from '@/ui/kit/format';
import { MoveCard } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { EmployerCheck } from './employer-check';
import { SignPassport } from './sign-passport';
import type { Marks } from './use-marks';

export type SchoolCase = NonNullable<SchoolCaseQuery['application']>;
interface PartProps {
  application: SchoolCase;
  zone: string;
}

export const rightsOf = ({ viewerActions }: SchoolCase) => {
  const may = (action: string) => viewerActions.some((act) => act.action === action);
  return { confirm: may('confirm_employer'), dispute: may('dispute_employer') };
};

/** The teacher's statements: to be marked and answered, or to be read with what was answered. */
export async function FactsPart({ application, zone }: PartProps) {
  const [t, locale] = [await getTranslations('school.case'), await getLocale()];
  const asked = application.employerConfirmation;
  if (!asked) return null;
  const rights = rightsOf(application);
  const facts = asked.facts.map((fact) => ({ ...fact, files: readFragment(FileLink_FileFragmentDoc, fact.files) }));
  const term = readFragment(Term_DeadlineFragmentDoc, asked.deadline);
  const words = term ? termWords(term, locale, zone) : null;
  const answered = asked.answeredAt ? formatDate(asked.answeredAt, locale, zone) : '';
  return (
    <>
      {isIn(asked.status, EMPLOYER_ASKED) && rights.confirm ? (
        <MoveCard who={t('yourMove')} title={words ? t('moveUntil', { until: words.byDay }) : t('move')}>
          <p className="muted">
            {words ? `${sentence(words.left)}. ` : ''}
            {t('moveText', { gate: employerGate(asked.blocks) })}
          </p>
          {asked.confirms ? <p className="mt-2">{t('confirms', { what: asked.confirms })}</p> : null}
        </MoveCard>
      ) : null}
      {asked.reply && isIn(asked.status, EMPLOYER_ASKED) ? (
        <Notice title={t('replied')}>
          <p className="whitespace-pre-line wrap-anywhere">«{asked.reply}»</p>
        </Notice>
      ) : null}
      {isIn(asked.status, EMPLOYER_CONFIRMED) ? (
        <Notice tone="ok" title={t('confirmed', { date: answered, what: asked.confirms ?? 'none' })}>
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
            applicationId={application.id}
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
    </>
  );
}

/** The marks an earlier answer left: a confirmation found everything right, a dispute named what is wrong. */
function marksOf(asked: { status: string; disputedFields: readonly string[] }, fieldIds: readonly string[]): Marks {
  if (isIn(asked.status, EMPLOYER_ASKED)) return { facts: {}, comment: '' };
  const verdict = (id: string) => (asked.disputedFields.includes(id) ? 'no' : 'yes');
  return { facts: Object.fromEntries(fieldIds.map((id) => [id, { verdict: verdict(id), right: '' }])), comment: '' };
}

/** What several certify: who has signed and when, and the viewer's own signature. */
export async function SigningPart({ application, zone }: PartProps) {
  const [t, c, locale] = [await getTranslations('school.signing'), await getTranslations('school.case'), await getLocale()];
  const asked = application.employerConfirmation;
  if (!asked) return null;
  const rights = rightsOf(application);
  const term = readFragment(Term_DeadlineFragmentDoc, asked.deadline);
  const words = term ? termWords(term, locale, zone) : null;
  const answered = asked.answeredAt ? formatDate(asked.answeredAt, locale, zone) : '';
  const acts = (
    <ClientMessages namespaces={['school', 'operator']}>
      <SignPassport applicationId={application.id} name={application.fullName} may={rights} />
    </ClientMessages>
  );
  const waits = rights.confirm && !isIn(asked.status, EMPLOYER_CONFIRMED) && asked.status !== 'DISPUTED';
  return (
    <>
      {waits ? (
        <MoveCard who={c('yourMove')} title={words ? t('moveUntil', { until: words.byDay }) : t('move')} actions={acts}>
          <p className="muted">
            {words ? `${sentence(words.left)}. ` : ''}
            {t('moveText', { gate: employerGate(asked.blocks) })}
          </p>
        </MoveCard>
      ) : null}
      {asked.status === 'DISPUTED' ? (
        <Notice tone="warn" title={c('disputed', { date: answered })} actions={acts}>
          {asked.reason ? <p className="whitespace-pre-line">«{asked.reason}»</p> : null}
        </Notice>
      ) : null}
      <Card title={t('title')} id="signatures" aside={<Chip tone={asked.statusTone as Tone}>{asked.statusLabel}</Chip>} pad={false}>
        <ul className="rows">
          {asked.signatures.map(({ role, roleLabel, signedAt }) => (
            <li key={role} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3">
              <span>{roleLabel}</span>
              <span className={signedAt ? '' : 'muted'}>
                {signedAt ? t('signed', { date: formatDate(signedAt, locale, zone) }) : t('notSigned')}
              </span>
            </li>
          ))}
        </ul>
        {waits || asked.status === 'DISPUTED' || !(rights.confirm || rights.dispute) ? null : (
          <div className="card-pad actions border-t border-line">{acts}</div>
        )}
      </Card>
    </>
  );
}

/** The school's paper: its file, to be uploaded while it is owed or may be replaced. */
export async function PaperPart({ application, zone, paper }: PartProps & { paper: PaperView | undefined }) {
  const [t, c, locale] = [await getTranslations('school.paper'), await getTranslations('school.case'), await getLocale()];
  const owed = application.employerPaper;
  if (!owed) return null;
  const term = readFragment(Term_DeadlineFragmentDoc, owed.deadline);
  const words = term ? termWords(term, locale, zone) : null;
  const { label } = owed;
  return (
    <>
      {owed.status === 'RETURNED' ? (
        <Notice tone="warn" title={t('returned')}>
          {owed.reason ? <p className="whitespace-pre-line">«{owed.reason}»</p> : null}
        </Notice>
      ) : null}
      {isIn(owed.status, PAPER_OWED) && paper?.canAttach ? (
        <MoveCard who={c('yourMove')} title={words ? t('moveUntil', { until: words.byDay, label }) : t('move', { label })}>
          <p className="muted">
            {words ? `${sentence(words.left)}. ` : ''}
            {t('moveText')}
          </p>
        </MoveCard>
      ) : null}
      <Card title={label} id="paper" aside={<Chip tone={owed.statusTone as Tone}>{owed.statusLabel}</Chip>}>
        {paper ? (
          <ClientMessages namespaces={['portfolio']}>
            <PaperUpload applicationId={application.id} {...paper} hint={paper.canAttach ? t('hint') : undefined} zone={zone} />
          </ClientMessages>
        ) : null}
      </Card>
    </>
  );
}
