'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { Card } from '@/ui/kit/card';
import { TextAreaField } from '@/ui/kit/field';
import { SaveState } from '@/ui/kit/save-state';
import { RECOMMENDATIONS, type Sheet, type SheetStore } from './sheet';
import type { SlotView } from './slot';
import { TwoValues } from './two-values';

const TYPING_MS = 800;

/** What the expert advises the teacher; saves itself as it is typed. */
export function Recommendations({ sheet, view, store }: { sheet: Sheet; view: SlotView | undefined; store: SheetStore }) {
  const t = useTranslations('expert.sheet');
  const slot = store.slot(RECOMMENDATIONS);
  if (!view || !slot) return null;
  if (!sheet.editable) {
    return (
      <Card title={t('recommendations')} level={3}>
        <p className={view.content.value ? 'whitespace-pre-line' : 'muted'}>{view.content.value || t('noRecommendations')}</p>
      </Card>
    );
  }
  return (
    <Card>
      <TextAreaField
        name={RECOMMENDATIONS}
        label={t('recommendations')}
        hint={t('recommendationsHint')}
        optional={!sheet.recommendationsRequired}
        error={view.message}
        rows={5}
        maxLength={TEXT_LIMITS.recommendations}
        value={view.content.value}
        onChange={(event) => slot.edit({ value: event.target.value }, TYPING_MS)}
        onBlur={() => void slot.flush()}
      />
      {view.theirs ? <TwoValues text mine={view.content} theirs={view.theirs} zone="UTC" onChoose={(which) => slot.choose(which)} /> : null}
      <div className="mt-1.5">
        <SaveState small state={view.state === 'clash' ? 'idle' : view.state} onRetry={() => slot.retry()} />
      </div>
    </Card>
  );
}
