import { useLocale, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { type CaseResult_ApplicationFragment, CaseResult_ApplicationFragmentDoc } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { formatNumber } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { ThresholdBar } from '@/ui/kit/progress-bar';

/** The experts' result against the threshold, each sheet and its recommendations. */
export function CaseResult({ application }: { application: FragmentType<typeof CaseResult_ApplicationFragmentDoc> }) {
  const t = useTranslations('operator.result');
  const s = useTranslations('expert.result');
  const locale = useLocale();
  const result = readFragment(CaseResult_ApplicationFragmentDoc, application).assessmentResult;
  if (!result) return null;
  const points = (text: string) => formatNumber(Number(text), locale);
  return (
    <Card
      id="result"
      title={t('title')}
      aside={
        result.passed === null ? null : <Chip tone={result.passed ? 'ok' : 'danger'}>{t(result.passed ? 'passed' : 'notPassed')}</Chip>
      }
    >
      <div className="grid gap-3">
        {result.total ? <Total result={result} total={result.total} points={points} /> : <Notice tone="warn">{s('joint')}</Notice>}
        {result.exceeds && result.total && !result.furtherExpertNeeded ? <Notice tone="warn">{s('apart')}</Notice> : null}
        {result.sheets.length > 1 ? <p className="muted text-s">{t('divergence', { percent: points(result.divergencePercent) })}</p> : null}
        {result.furtherExpertNeeded ? <Notice tone="warn">{t('further')}</Notice> : null}
        <ul className="grid gap-3">
          {result.sheets.map((sheet, index) => (
            <li key={sheet.expertName ?? `${sheet.total} ${sheet.recommendations}`} className="border-t border-line pt-3">
              <p className="flex flex-wrap justify-between gap-x-4">
                <b>{sheet.expertName ?? t('expert', { no: index + 1 })}</b>
                <span className="nb">
                  {sheet.total ? t('points', { total: points(sheet.total), max: points(result.totalMax) }) : s('noPoints')}
                </span>
              </p>
              {sheet.recommendations ? (
                <p className="text-s whitespace-pre-line wrap-anywhere mt-1">{sheet.recommendations}</p>
              ) : (
                <p className="muted text-s mt-1">{t('noRecommendations')}</p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

type Result = NonNullable<CaseResult_ApplicationFragment['assessmentResult']>;

function Total({ result, total, points }: { result: Result; total: string; points: (text: string) => string }) {
  const t = useTranslations('operator.result');
  const s = useTranslations('expert.result');
  const [max, threshold] = [points(result.totalMax), points(result.threshold)];
  return (
    <>
      <p className="text-h3 font-semibold">{t('points', { total: points(total), max })}</p>
      <ThresholdBar
        value={Number(total)}
        max={Number(result.totalMax)}
        label={t('bar', { total: points(total), max, threshold })}
        marks={[{ at: Number(result.threshold), text: t('threshold', { threshold }) }]}
      />
      {result.thresholdProposed ? <p className="muted text-xs">{s('example')}</p> : null}
    </>
  );
}
