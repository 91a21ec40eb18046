import { House } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { EMPLOYER_ASKED } from '@/domain/case/groups';
import { type FragmentType, readFragment } from '@/gql';
import { EmployerAnswer_ConfirmationFragmentDoc, type TeacherCaseQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { employerGate } from '@/ui/application/employer-gate';
import { sentence, termWords } from '@/ui/application/term';
import { Chip, type Tone } from '@/ui/kit/chip';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { MoveCard, OtherMove } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { ownMove } from './own-move';
import { PortfolioProgress } from './portfolio-progress';

export type TeacherCase = NonNullable<TeacherCaseQuery['application']>;
export type EmployerRule = NonNullable<TeacherCaseQuery['region']>['employer'];
type Move = TeacherCase['whoseMove'][number];

interface CaseMovesProps {
  application: TeacherCase;
  /** What the region asks of the school. */
  employer: EmployerRule | undefined;
  /** Whom to ask and how; null where the region declares none. */
  contact: string | null;
  zone: string;
}

/** Whose move it is: one's own as the bookmark, then what others are to do and what happens if they keep silent. */
export function CaseMoves({ application, employer, contact, zone }: CaseMovesProps) {
  const mine = ownMove(application);
  const others = application.whoseMove.filter((move) => !move.yours && move.action !== 'confirm_employer');
  return (
    <div className="grid gap-4">
      {mine ? <OwnMove move={mine} application={application} zone={zone} /> : null}
      {others.slice(0, mine ? 1 : 2).map((move, index) => (
        <AnothersMove key={move.action} move={move} also={Boolean(mine) || index > 0} {...{ application, contact, zone }} />
      ))}
      <SchoolMove application={application} employer={employer} zone={zone} also={Boolean(mine) || others.length > 0} />
    </div>
  );
}

function OwnMove({ move, application, zone }: { move: NonNullable<ReturnType<typeof ownMove>>; application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.move');
  const { key, href, deadline, missing } = move;
  const gated = application.submitProblems.filter((p) => p.path[0] !== 'field');
  const stops = key === 'submit' || key === 'resubmit' || key === 'submit_portfolio';
  return (
    <MoveCard
      title={t(`${key}.title`)}
      actions={
        <LinkButton href={href} look="primary" size="xl" block>
          {t(`${key}.button`)}
        </LinkButton>
      }
    >
      {key === 'submit_portfolio' ? <PortfolioProgress portfolio={application.portfolio ?? null} /> : null}
      {key === 'edit_application' ? <p>{gated.find((p) => p.code === 'PROFILE_NOT_FILLED')?.message}</p> : null}
      {key === 'submit' && missing > 0 ? <p>{t('submit.missing', { count: missing })}</p> : null}
      {key === 'submit' && missing === 0 ? <p>{gated[0]?.message ?? t('submit.ready')}</p> : null}
      {key === 'resubmit' && application.reason ? <p className="whitespace-pre-line">{application.reason}</p> : null}
      {key === 'attach_signed_application' || key === 'answer_information' || key === 'sign_conclusion' ? <p>{t(`${key}.text`)}</p> : null}
      <Until term={deadline} zone={zone} text={(words) => t.rich(`${key}.until`, { ...words, b: (chunks) => <b>{chunks}</b> })} />
      {stops && deadline ? <p className="muted">{t(`${key}.after`)}</p> : null}
    </MoveCard>
  );
}

interface UntilProps {
  term: FragmentType<typeof Term_DeadlineFragmentDoc> | null;
  zone: string;
  text: (words: { until: string; left: string }) => React.ReactNode;
}

function Until({ term, zone, text }: UntilProps) {
  const locale = useLocale();
  const deadline = readFragment(Term_DeadlineFragmentDoc, term);
  if (!deadline) return null;
  const { until, left } = termWords(deadline, locale, zone);
  return <p>{text({ until, left: sentence(left) })}</p>;
}

const TITLES = [
  'register',
  'record_portal_number',
  'accept',
  'resume_review',
  'answer_information',
  'send_to_review',
  'schedule',
  'set_period',
  'approve_schedule_edition',
  'send_simplified',
  'open_review',
  'attach_employer_paper',
  'confirm_card',
  'check_card',
  'confirm_participation',
  'attach_conclusion',
  'verify',
  'hand_over',
  'open_session',
  'hold_meeting',
  'admit',
  'plan_meeting',
  'seek_session',
  'put_on_agenda',
  'record_decision',
  'grant',
  'refuse',
  'appoint_experts',
  'finish_sheet',
  'start_scoring',
  'ask_employer_again',
  'confirm_employer',
  'restore',
] as const;
const TEXTS = ['ask_employer_again', 'restore', 'confirm_card', 'check_card'] as const;
/** Acts that wait for the day of a session. */
export const IN_MEETING: readonly string[] = ['hold_meeting', 'admit', 'open_session', 'record_decision'];

/** What an act of another is called for the teacher. */
export const useActTitle = () => {
  const t = useTranslations('teacher.turn.title');
  return (action: string) => t(TITLES.find((key) => key === action) ?? 'other');
};

interface AnothersMoveProps extends Pick<CaseMovesProps, 'application' | 'contact' | 'zone'> {
  move: Move;
  also: boolean;
}

function AnothersMove({ move, also, application, contact, zone }: AnothersMoveProps) {
  const t = useTranslations('teacher.turn');
  const titleOf = useActTitle();
  const locale = useLocale();
  const deadline = readFragment(Term_DeadlineFragmentDoc, move.deadline);
  const role = move.roleLabel ?? '';
  const text = TEXTS.find((key) => key === move.action);
  const meeting = IN_MEETING.includes(move.action ?? '') ? application.meetings.at(-1) : undefined;
  const words = deadline ? termWords(deadline, locale, zone) : null;
  // What may be filled meanwhile: an obligatory part that is open is never "nothing to do".
  const open = application.portfolio?.editable ? application.portfolio : null;
  const left = open?.sections.reduce((all, section) => all + section.requiredLeft, 0) ?? 0;
  return (
    <OtherMove who={t(also ? 'also' : 'who', { role })} title={titleOf(move.action)}>
      {meeting ? `${t('meetingOn', { date: formatDateWithWeekday(dayToInstant(meeting.date), locale, 'UTC') })} ` : null}
      {words && !meeting
        ? `${words.overdue ? t('overdue', { until: words.day }) : t('until', { until: words.byDay, left: sentence(words.left) })} `
        : null}
      {text
        ? t(`text.${text}`, { contact: contact ?? 'none' })
        : open && left > 0
          ? t('fillRequired', { title: open.title, count: left })
          : open && move.action === 'hold_meeting'
            ? t('fillMeanwhile', { title: open.title })
            : also
              ? null
              : t('nothing')}
    </OtherMove>
  );
}

function SchoolMove({ application, employer, zone, also }: Omit<CaseMovesProps, 'contact'> & { also: boolean }) {
  const t = useTranslations('teacher.turn');
  const locale = useLocale();
  const answer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation);
  const deadline = readFragment(Term_DeadlineFragmentDoc, answer?.deadline);
  // Once the case has ended nobody waits for the school.
  if (!answer || application.whoseMove.length === 0) return null;
  const waits = t('waits', { gate: employerGate(answer.blocks) });
  if (answer.status === 'DISPUTED') {
    return (
      <Notice tone="warn" title={t('disputed')}>
        {answer.reason ? <p className="whitespace-pre-line">«{answer.reason}»</p> : null}
        <p>
          {t('disputedText')} {waits}
        </p>
        {/* Where the card above is about something else, the way on stands here. */}
        {application.viewerActions.some(({ action }) => action === 'answer_dispute') && ownMove(application)?.key !== 'answer_dispute' ? (
          <p className="mt-1.5">
            <Link href={`/teacher/applications/${application.id}/dispute`}>{t('answerDispute')}</Link>
          </p>
        ) : null}
      </Notice>
    );
  }
  const silent = EMPLOYER_ASKED.find((status) => status === answer.status);
  if (!silent) return null;
  const words = deadline ? termWords(deadline, locale, zone) : null;
  return (
    <OtherMove
      who={t(also ? 'alsoSchool' : 'school')}
      title={employer?.label ?? t('title.confirm_employer')}
      icon={<House />}
      aside={<Chip tone={answer.statusTone as Tone}>{answer.statusLabel}</Chip>}
    >
      {words
        ? `${words.overdue ? t('overdue', { until: words.day }) : t('until', { until: words.byDay, left: sentence(words.left) })} `
        : null}
      {[waits, silent === 'ASKED' ? '' : t(`employer.${silent}`)].filter(Boolean).join(' ')}
    </OtherMove>
  );
}
