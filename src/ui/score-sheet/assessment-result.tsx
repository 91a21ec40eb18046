import { CircleCheck, CircleX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { AssessmentResult_ApplicationFragmentDoc } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { formatNumber } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { ThresholdBar } from '@/ui/kit/progress-bar';

/** The computed result against the threshold, with each expert's sum and advice; nothing before every sheet is final. */
export function AssessmentResult({ application }: { application: FragmentType<typeof AssessmentResult_ApplicationFragmentDoc> }) {
  const t = useTranslations('expert.result');
  const locale = useLocale();
  const { assessmentResult: result } = readFragment(AssessmentResult_ApplicationFragmentDoc, application);
  if (!result) return null;
  const points = (text: string) => formatNumber(Number(text), locale);
  const max = points(result.totalMax);
  const threshold = points(result.threshold);
  return (
    <Card
      id="result"
      title={t('title')}
      aside={
        <Chip tone={result.passed ? 'ok' : 'danger'} icon={result.passed ? <CircleCheck /> : <CircleX />}>
          {result.passed ? t('passed', { threshold }) : t('notPassed', { threshold })}
        </Chip>
      }
    >
      <p className="text-h2 font-semibold">{t('total', { total: points(result.total), max })}</p>
      <ThresholdBar
        value={Number(result.total)}
        max={Number(result.totalMax)}
        label={t('bar', { total: points(result.total), max, threshold })}
        marks={[{ at: Number(result.threshold), text: t('mark', { threshold }) }]}
      />
      {result.furtherExpertNeeded ? (
        <div className="mt-3">
          <Notice tone="warn">{t('further')}</Notice>
        </div>
      ) : null}
      <dl className="rows mt-3">
        {result.sheets.map((sheet, index) => (
          <div key={sheet.expertName ?? index} className="py-2.5">
            <dt className="row">
              <span>{sheet.expertName ?? t('expert', { no: index + 1 })}</span>
              <b className="nb">{t('sheet', { total: points(sheet.total), max })}</b>
            </dt>
            {sheet.recommendations ? <dd className="muted mt-1 whitespace-pre-line text-s">{sheet.recommendations}</dd> : null}
          </div>
        ))}
      </dl>
      {result.sheets.length > 1 ? <p className="hint mt-2">{t('divergence', { percent: points(result.divergencePercent) })}</p> : null}
    </Card>
  );
}
