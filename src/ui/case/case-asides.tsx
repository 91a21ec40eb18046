import { useLocale, useNow, useTranslations } from 'next-intl';
import { DEADLINE_DUE, isIn } from '@/domain/case/groups';
import { type FragmentType, readFragment } from '@/gql';
import { type StaffCaseQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { termWords } from '@/ui/application/term';
import { TermUncertain } from '@/ui/application/term-uncertain';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { Facts } from '@/ui/kit/facts';
import { dayToInstant, formatDate, formatMoment, formatTableDate } from '@/ui/kit/format';

type StaffCase = NonNullable<StaffCaseQuery['application']>;

type Deadline = FragmentType<typeof Term_DeadlineFragmentDoc>;
interface CaseTermsProps {
  deadlines: readonly Deadline[];
  /** Whose moves the terms wait for. */
  moves: readonly { roleLabel: string; deadline?: Deadline | null }[];
  zone: string;
}

/** The running and missed terms of a case, the soonest first, with who must act. */
export function CaseTerms({ deadlines, moves, zone }: CaseTermsProps) {
  const t = useTranslations('operator.case');
  const locale = useLocale();
  const terms = readFragment(Term_DeadlineFragmentDoc, deadlines);
  return (
    <Card id="terms" title={t('terms')}>
      {terms.length === 0 ? <p className="muted text-s">{t('noTerms')}</p> : null}
      <ul className="grid gap-3 text-s">
        {terms.map((term) => {
          const words = termWords(term, locale, zone);
          const move = moves.find(({ deadline }) => deadline && readFragment(Term_DeadlineFragmentDoc, deadline).id === term.id);
          return (
            <li key={term.id}>
              <p className="font-semibold leading-snug">{term.label}</p>
              <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span>{t('untilDay', { day: formatDate(dayToInstant(term.untilDate), locale, 'UTC') })}</span>
                {term.status === 'PAUSED' ? <Chip tone="calm">{t('paused')}</Chip> : null}
                {term.status === 'SET' ? <Chip tone="calm">{t('set')}</Chip> : null}
                {isIn(term.status, DEADLINE_DUE) ? <Chip tone={words.tone}>{words.left}</Chip> : null}
              </p>
              <TermUncertain term={term} />
              {move ? <p className="muted">{t('turn', { role: move.roleLabel })}</p> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Meetings, the vote and the order of a case. */
export function CaseCommission({ application, home }: { application: StaffCase; home: string }) {
  const t = useTranslations('operator.case');
  const step = useTranslations('commission.step');
  const locale = useLocale();
  const { meetings, decision, order } = application;
  if (meetings.length === 0 && !decision) return null;
  const meetingLink = (id: string, day: string) =>
    home === '/commission' ? <a href={`${home}/meetings/${id}`}>{day}</a> : <span>{day}</span>;
  return (
    <Card id="commission" title={t('commission')}>
      <Facts
        plain
        items={[
          ...meetings.map((meeting) => ({
            term: step.has(meeting.step as 'final') ? step(meeting.step as 'final') : meeting.step,
            value: (
              <>
                {meetingLink(meeting.id, formatDate(dayToInstant(meeting.date), locale, 'UTC'))}
                <span className="muted"> · {meeting.statusLabel}</span>
              </>
            ),
          })),
          ...(decision
            ? [
                {
                  term: t('decision'),
                  value: (
                    <>
                      <Chip tone={decision.outcome === 'establish' ? 'ok' : 'danger'}>{t(`outcome.${outcome(decision.outcome)}`)}</Chip>
                      <span className="block mt-1">
                        {t('votes', { for: decision.votesFor, against: decision.votesAgainst, abstained: decision.votesAbstained })}
                      </span>
                      {decision.text ? <span className="block mt-1 whitespace-pre-line wrap-anywhere">{decision.text}</span> : null}
                    </>
                  ),
                },
              ]
            : []),
          ...(order
            ? [{ term: t('order'), value: t('orderLine', { number: order.number, date: formatTableDate(dayToInstant(order.date)) }) }]
            : []),
        ]}
      />
    </Card>
  );
}

const outcome = (value: string) => (value === 'establish' ? 'establish' : 'refuse');

/** Letters the system wrote about a case: to whom, about what, whether they left. */
export function CaseLetters({ letters, zone }: { letters: StaffCase['letters']; zone: string }) {
  const t = useTranslations('operator.letters');
  const locale = useLocale();
  const now = useNow();
  return (
    <Card id="letters" title={t('title')} pad={false}>
      {letters.length === 0 ? <p className="muted text-s px-4 py-3">{t('none')}</p> : null}
      <ul className="rows">
        {letters.map((letter) => (
          <li key={letter.id} className="px-4 py-2.5 text-s">
            <p className="leading-snug wrap-anywhere">{letter.subject}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-text-3">
              <span>{letter.recipientLabel}</span>
              <time dateTime={letter.createdAt}>{formatMoment(letter.sentAt ?? letter.createdAt, locale, zone, now)}</time>
              {letter.status === 'SENT' ? null : (
                <Chip tone={letter.status === 'FAILED' ? 'danger' : 'wait'}>{t(letter.status === 'FAILED' ? 'failed' : 'queued')}</Chip>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
