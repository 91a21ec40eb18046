import { getLocale, getTranslations } from 'next-intl/server';
import type { ExpertAssignmentQuery } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { formatDate, formatNumber } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';

type Assignment = NonNullable<ExpertAssignmentQuery['expertAssignment']>;
type Colleagues = NonNullable<Assignment['application']>['assignments'];

interface CaseNoticeProps {
  assignment: Assignment;
  assignments: Colleagues;
  zone: string;
}

/** Why the sheet stands as it does: too early, open once more, or final; then also what the others gave. */
export async function CaseNotice({ assignment, assignments, zone }: CaseNoticeProps) {
  const { sheet, criteriaCount } = assignment;
  if (criteriaCount === 0) return <ConclusionNotice assignment={assignment} />;
  const [t, locale] = await Promise.all([getTranslations('expert.case'), getLocale()]);
  if (sheet?.editable && sheet.status === 'REOPENED') {
    return (
      <div className="wrap-wide pb-3">
        <Notice tone="warn" title={t('reopened')}>
          {t('reopenedText', { reason: sheet.reopenReason ?? '' })}
        </Notice>
      </div>
    );
  }
  if (sheet?.editable) return null;
  if (sheet?.status !== 'FINAL') {
    return (
      <div className="wrap-wide pb-3">
        <Notice tone="wait" title={t('waiting')}>
          {t('waitingText')}
        </Notice>
      </div>
    );
  }
  const others = assignments.filter((other) => !other.own);
  return (
    <div className="wrap-wide stack pb-3">
      <Notice tone="ok" title={t('final', { date: sheet.finalAt ? formatDate(sheet.finalAt, locale, zone) : '' })}>
        {t('finalText')}
      </Notice>
      {others.length > 0 ? (
        <Card id="others" title={t('others')} pad={false}>
          <ul className="rows">
            {others.map((other) => (
              <li key={other.id} className="row">
                <span>{t('other', { no: other.no })}</span>
                <b className="nb">
                  {other.sheet
                    ? t('otherTotal', {
                        total: formatNumber(Number(other.sheet.total), locale),
                        max: formatNumber(Number(other.sheet.totalMax), locale),
                      })
                    : t('otherWorking')}
                </b>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

/** Where experts give no points: whether their joint conclusion is still to be attached. */
async function ConclusionNotice({ assignment: { status, viewerActions } }: { assignment: Assignment }) {
  const t = await getTranslations('expert.case');
  const open = viewerActions.some((act) => act.open && act.action === 'attach_conclusion');
  const state = open ? 'conclude' : status === 'FINAL' ? 'concluded' : 'waiting';
  return (
    <div className="wrap-wide pb-3">
      <Notice tone={open ? 'info' : status === 'FINAL' ? 'ok' : 'wait'} title={t(state)}>
        {t(`${state}Text`)}
      </Notice>
    </div>
  );
}

/** What is left of a case the expert has left. */
export async function Left({ reason, number, full }: { reason: string | null; number: string; full: boolean }) {
  const [t, invite] = await Promise.all([getTranslations('expert.case'), getTranslations('expert.invite')]);
  return (
    <>
      <h1 className="mt-1">{t('number', { number })}</h1>
      <div className="mt-4">
        {full ? (
          <Notice title={invite('full')}>{invite('fullText')}</Notice>
        ) : (
          <Notice title={t('left')}>
            {t('leftText')} {reason ? t('reason', { reason }) : null}
          </Notice>
        )}
      </div>
    </>
  );
}
