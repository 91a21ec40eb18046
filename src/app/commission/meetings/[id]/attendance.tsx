import { useTranslations } from 'next-intl';
import { Card } from '@/ui/kit/card';
import { ProgressBar } from '@/ui/kit/progress-bar';
import type { AgendaCase } from './agenda';
import type { QuorumRule } from './hold-meeting';

interface AttendanceProps {
  meeting: { present?: number | null; members?: number | null; openCount: number };
  quorum: QuorumRule;
  cases: readonly AgendaCase[];
  final: boolean;
}

/** Who was there against the quorum, and how far the agenda has come. */
export function Attendance({ meeting, quorum, cases, final }: AttendanceProps) {
  const t = useTranslations('commission.attendance');
  const { members, present } = meeting;
  const known = typeof members === 'number' && typeof present === 'number';
  const wanted = Math.ceil(((members ?? quorum.minMembers) * quorum.need) / quorum.of);
  const count = (test: (c: AgendaCase) => boolean) => cases.filter(test).length;
  const tallies = final
    ? [
        { label: t('establish'), count: count((c) => c.decision?.outcome === 'establish') },
        { label: t('refuse'), count: count((c) => c.decision?.outcome === 'refuse') },
        { label: t('undecided'), count: count((c) => !c.decision) },
        { label: t('noOrder'), count: count((c) => Boolean(c.decision) && !c.order) },
      ]
    : [
        { label: t('seen'), count: cases.length - meeting.openCount },
        { label: t('undecided'), count: meeting.openCount },
      ];
  return (
    <Card>
      <div className="grid gap-x-8 gap-y-4 items-center lg:grid-cols-[18rem_minmax(0,1fr)]">
        {known ? (
          <div>
            <ProgressBar
              value={present}
              max={members}
              tone="ok"
              label={t('label')}
              head={<b>{t('quorum')}</b>}
              side={<b className="text-ok">{t('present', { present, members })}</b>}
            />
            <p className="text-xs text-text-2 mt-1">{t('wanted', { wanted, need: quorum.need, of: quorum.of })}</p>
          </div>
        ) : (
          <p className="text-s text-text-2">{t('rule', { need: quorum.need, of: quorum.of, min: quorum.minMembers, wanted })}</p>
        )}
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {tallies.map((tally) => (
            <div key={tally.label} className="flex flex-col-reverse">
              <dt className="text-xs text-text-2">{tally.label}</dt>
              <dd className="text-h3 font-semibold leading-tight">{tally.count}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
