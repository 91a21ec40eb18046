'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FinishSheetDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { formatNumber } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { ThresholdBar } from '@/ui/kit/progress-bar';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request, SessionEnded } from '@/ui/request';
import { RECOMMENDATIONS, type Sheet, type SheetStore, type Views } from './sheet';
import type { Sums } from './sums';

interface SheetFootProps {
  assignmentId: string;
  sheet: Sheet;
  sums: Sums;
  views: Views;
  store: SheetStore;
}

const MOST_LINKS = 6;

/** The bar at the bottom: the sum against the thresholds, what is missing, and the end of the work. */
export function SheetFoot({ assignmentId, sheet, sums, views, store }: SheetFootProps) {
  const t = useTranslations('expert.foot');
  const locale = useLocale();
  const refresh = useRefresh();
  const toast = useToast();
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const max = Number(sheet.totalMax);
  const inWords = (points: string | number) => formatNumber(Number(points), locale);
  const requested = sheet.thresholds.find((threshold) => threshold.requested);
  const marks = sheet.thresholds.map((threshold) => ({
    at: Number(threshold.minTotal),
    text: `${t('mark', { category: threshold.category.label.toLowerCase(), points: inWords(threshold.minTotal), share: threshold.share ?? 'none' })}${threshold.proposed ? ` (${t('example')})` : ''}`,
  }));
  const wordless = sheet.recommendationsRequired && !views[RECOMMENDATIONS]?.content.value.trim();
  const unsaved = Object.values(views).some((view) => ['waiting', 'failed', 'clash'].includes(view.state));
  const gaps = sheet.pointsRequired && sums.unscored.length > 0;
  const missing = gaps || wordless || unsaved;
  const [checking, setChecking] = useState(false);
  const [total, most] = [inWords(sums.total), inWords(max)];

  const finish = async () => {
    setRefusals([]);
    try {
      if (!(await store.flush())) return setRefusals([t('unsaved')]);
      const { finishSheet } = await request(FinishSheetDocument, { assignmentId });
      if (finishSheet.problems.length) return setRefusals([...new Set(finishSheet.problems.map((p) => p.message))]);
      await refresh();
      toast({ text: t('finished') });
    } catch (error) {
      if (!(error instanceof SessionEnded)) setRefusals([t('failed')]);
    }
  };

  return (
    <div className="bottom-bar mt-auto no-print">
      <div className="wrap-wide">
        <p className="nb">
          <span className="muted">{t('total')}</span> <b className="text-h3">{total}</b>{' '}
          <span className="muted">{t('of', { max: most })}</span>
        </p>
        <div className="min-w-0 flex-[1_1_14rem] max-sm:order-1 max-sm:basis-full md:max-w-96">
          <ThresholdBar
            value={sums.total}
            max={max}
            label={t('bar', { total, max: most, threshold: inWords(requested?.minTotal ?? 0) })}
            marks={marks}
          />
        </div>
        {sheet.editable ? (
          <>
            <div id="sheet-gaps" className="min-w-0 flex-[2_1_16rem] text-s max-sm:flex-[1_1_8rem] max-sm:text-right">
              {gaps ? <Unscored sums={sums} /> : null}
              {!sheet.pointsRequired && sums.unscored.length > 0 ? <p className="muted">{t('noPoints')}</p> : null}
              {wordless ? (
                <p>
                  <a href={`#${RECOMMENDATIONS}`} className="inline-block py-1">
                    {t('noRecommendations')}
                  </a>
                </p>
              ) : null}
              {unsaved ? <p>{t('unsaved')}</p> : null}
              {missing ? null : <p className="muted">{t('ready')}</p>}
            </div>
            <ConfirmDialog
              trigger={(open) => (
                <Button
                  look="primary"
                  block
                  className="max-sm:order-2"
                  closed={missing}
                  reasonsId="sheet-gaps"
                  // Where the procedure wants two steps the first only asks to look once more.
                  onClick={sheet.twoStepSave && !checking ? () => setChecking(true) : open}
                >
                  {sheet.twoStepSave ? t(checking ? 'saveAgain' : 'save') : t('finish')}
                </Button>
              )}
              title={t(sheet.twoStepSave ? 'confirmTitle' : 'finishTitle', { total, max: most })}
              confirm={t(sheet.twoStepSave ? 'confirm' : 'finish')}
              cancel={t('stay')}
              onConfirm={finish}
            >
              <p>{t('finishText')}</p>
              {requested ? (
                <p className="mt-2">
                  {t('finishThreshold', {
                    category: requested.category.label.toLowerCase(),
                    points: Number(requested.minTotal),
                    share: requested.share ?? 'none',
                  })}
                </p>
              ) : null}
            </ConfirmDialog>
          </>
        ) : null}
        {sheet.editable && checking ? (
          <div className="w-full max-sm:order-3">
            <Notice
              tone="warn"
              role="status"
              actions={
                <Button size="s" onClick={() => setChecking(false)}>
                  {t('back')}
                </Button>
              }
            >
              {t('editing')}
            </Notice>
          </div>
        ) : null}
        {refusals.length > 0 ? (
          <div className="w-full max-sm:order-3">
            <Notice tone="danger" role="alert">
              {refusals.join(' ')}
            </Notice>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function Unscored({ sums }: { sums: Sums }) {
  const t = useTranslations('expert.foot');
  const rest = sums.unscored.length - MOST_LINKS;
  return (
    <p>
      <span className="muted">{t('unscored')}</span>{' '}
      {sums.unscored.slice(0, MOST_LINKS).map((criterion, index) => (
        // A phone has room for the next one only.
        <span key={criterion.id} className={index > 0 ? 'max-sm:hidden' : undefined}>
          {index > 0 ? ', ' : null}
          <a
            href={`#criterion-${criterion.id}`}
            title={criterion.label}
            onClick={() => requestAnimationFrame(() => focusCell(criterion.id))}
          >
            {criterion.no}
          </a>
        </span>
      ))}
      {rest > 0 ? <span className="muted max-sm:hidden"> {t('more', { count: rest })}</span> : null}
      {sums.unscored.length > 1 ? <span className="muted sm:hidden"> {t('more', { count: sums.unscored.length - 1 })}</span> : null}
    </p>
  );
}

/** A link to a criterion leads into its cell, also where its group is folded. */
function focusCell(criterionId: string) {
  const row = document.getElementById(`criterion-${criterionId}`);
  row?.closest('details')?.setAttribute('open', '');
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('[data-score] input')?.focus({ preventScroll: true });
}
