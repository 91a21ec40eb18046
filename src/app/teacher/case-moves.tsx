import { House } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { EmployerAnswer_ConfirmationFragmentDoc, type TeacherCaseQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { sentence, termWords } from '@/ui/application/term';
import { Chip, type Tone } from '@/ui/kit/chip';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { MoveCard, OtherMove } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { PortfolioProgress } from './portfolio-progress';

export type TeacherCase = NonNullable<TeacherCaseQuery['application']>;
type Move = TeacherCase['whoseMove'][number];

/** Whose move it is: one's own as the bookmark, then what others are to do and what happens if they keep silent. */
export function CaseMoves({ application, zone }: { application: TeacherCase; zone: string }) {
  const mine = application.whoseMove.find((move) => move.yours);
  const others = application.whoseMove.filter((move) => !move.yours && move.action !== 'confirm_employer');
  return (
    <div className="grid gap-4">
      {mine ? <OwnMove move={mine} application={application} zone={zone} /> : null}
      {others.slice(0, mine ? 1 : 2).map((move, index) => (
        <AnothersMove key={move.action} move={move} also={Boolean(mine) || index > 0} application={application} zone={zone} />
      ))}
      <SchoolMove application={application} zone={zone} also={Boolean(mine) || others.length > 0} />
    </div>
  );
}

const OWN = ['submit', 'resubmit', 'submit_portfolio'] as const;

function OwnMove({ move, application, zone }: { move: Move; application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.move');
  const key = OWN.find((act) => act === move.action) ?? 'other';
  const hrefs = {
    submit: `/teacher/applications/${application.id}/form${application.submitProblems.length ? '' : '/check'}`,
    resubmit: `/teacher/applications/${application.id}/form`,
    submit_portfolio: `/teacher/portfolio/${application.id}`,
    other: `/teacher/applications/${application.id}`,
  };
  return (
    <MoveCard
      title={t(`${key}.title`)}
      actions={
        <LinkButton href={hrefs[key]} look="primary" size="xl" block>
          {t(`${key}.button`)}
        </LinkButton>
      }
    >
      {key === 'submit_portfolio' ? <PortfolioProgress portfolio={application.portfolio ?? null} /> : null}
      {key === 'submit' ? (
        <p>{application.submitProblems.length ? t('submit.missing', { count: application.submitProblems.length }) : t('submit.ready')}</p>
      ) : null}
      {key === 'resubmit' && application.reason ? <p className="whitespace-pre-line">{application.reason}</p> : null}
      <Until
        term={move.deadline ?? null}
        zone={zone}
        text={(words) => t.rich(`${key}.until`, { ...words, b: (chunks) => <b>{chunks}</b> })}
      />
      {key !== 'other' && move.deadline ? <p className="muted">{t(`${key}.after`)}</p> : null}
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
  'hold_meeting',
  'admit',
  'plan_meeting',
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
const TEXTS = ['hold_meeting', 'ask_employer_again', 'restore'] as const;

function AnothersMove({ move, also, application, zone }: { move: Move; also: boolean; application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.turn');
  const locale = useLocale();
  const deadline = readFragment(Term_DeadlineFragmentDoc, move.deadline);
  const role = move.roleLabel ?? '';
  const text = TEXTS.find((key) => key === move.action);
  const meeting = ['hold_meeting', 'admit', 'record_decision'].includes(move.action ?? '') ? application.meetings.at(-1) : undefined;
  const words = deadline ? termWords(deadline, locale, zone) : null;
  return (
    <OtherMove who={t(also ? 'also' : 'who', { role })} title={t(`title.${TITLES.find((key) => key === move.action) ?? 'other'}`)}>
      {meeting ? `${t('meetingOn', { date: formatDateWithWeekday(dayToInstant(meeting.date), locale, 'UTC') })} ` : null}
      {words && !meeting
        ? `${words.overdue ? t('overdue', { until: words.day }) : t('until', { until: words.byDay, left: sentence(words.left) })} `
        : null}
      {text ? t(`text.${text}`) : also ? null : t('nothing')}
    </OtherMove>
  );
}

const SILENT = ['ASKED', 'REMINDED', 'ESCALATED'] as const;

function SchoolMove({ application, zone, also }: { application: TeacherCase; zone: string; also: boolean }) {
  const t = useTranslations('teacher.turn');
  const locale = useLocale();
  const answer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation);
  const deadline = readFragment(Term_DeadlineFragmentDoc, answer?.deadline);
  // Once the case has ended nobody waits for the school.
  if (!answer || application.whoseMove.length === 0) return null;
  if (answer.status === 'DISPUTED') {
    return (
      <Notice tone="warn" title={t('disputed')}>
        {answer.reason ? <p className="whitespace-pre-line">«{answer.reason}»</p> : null}
        <p>{t('disputedText')}</p>
      </Notice>
    );
  }
  const silent = SILENT.find((status) => status === answer.status);
  if (!silent) return null;
  const words = deadline ? termWords(deadline, locale, zone) : null;
  return (
    <OtherMove
      who={t(also ? 'alsoSchool' : 'school')}
      title={t('title.confirm_employer')}
      icon={<House />}
      aside={<Chip tone={answer.statusTone as Tone}>{answer.statusLabel}</Chip>}
    >
      {words
        ? `${words.overdue ? t('overdue', { until: words.day }) : t('until', { until: words.byDay, left: sentence(words.left) })} `
        : null}
      {t(`employer.${silent}`)}
    </OtherMove>
  );
}
