import { useLocale, useNow, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { TimelineLine_EntryFragmentDoc } from '@/gql/graphql';
import { formatMoment } from '@/ui/kit/format';
import { Timeline, type TimelineLine } from '@/ui/kit/timeline';

/** Acts after which a case stands somewhere else for good. */
const MILESTONES = ['submit', 'resubmit', 'admit', 'confirm_employer', 'submit_portfolio', 'complete_review', 'record_decision', 'grant'];
/** Acts after which somebody else is waited for. */
const WAITS = ['ask_employer_again', 'remind_employer', 'warn_deadline', 'return_for_correction', 'dispute_employer'];

/** The history of a case, newest first: what happened, who did it, what the status became. */
export function CaseTimeline({ entries, zone }: { entries: readonly FragmentType<typeof TimelineLine_EntryFragmentDoc>[]; zone: string }) {
  const t = useTranslations('timeline');
  const locale = useLocale();
  const now = useNow();
  const lines = readFragment(TimelineLine_EntryFragmentDoc, entries).map((entry): TimelineLine => {
    const changed = entry.fromLabel && entry.toLabel && entry.fromLabel !== entry.toLabel;
    const who = entry.own ? t('you') : entry.actorLabel;
    return {
      id: entry.id,
      at: formatMoment(entry.at, locale, zone, now),
      dateTime: new Date(entry.at).toISOString(),
      actor: WAITS.includes(entry.kind) ? 'wait' : MILESTONES.includes(entry.kind) ? 'milestone' : entry.own ? 'me' : 'system',
      title: entry.text,
      detail: changed ? t('changed', { who, from: entry.fromLabel ?? '', to: entry.toLabel ?? '' }) : who,
    };
  });
  return <Timeline entries={lines} />;
}
