'use client';
import { FileText, MessageSquare } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { evidenceState } from '@/ui/evidence/evidence-count';
import { useEvidenceWords } from '@/ui/evidence/use-evidence-words';
import { TextAreaField } from '@/ui/kit/field';
import { formatNumber } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { isSegmented, ScoreCell } from '@/ui/kit/score-cell';
import { LevelCounter } from './level-counter';
import { type Criterion, indicatorsOf } from './sheet';
import type { Slot, SlotView } from './slot';
import { TwoValues } from './two-values';

interface CriterionRowProps {
  criterion: Criterion;
  view: SlotView;
  slot: Slot;
  editable: boolean;
  comments: boolean;
  zone: string;
  current: boolean;
  onCurrent: () => void;
  onEvidence: () => void;
}

const TYPING_MS = 400;
const COMMENT_MS = 800;

/** One criterion: what is scored, its evidence, the cell, the comment, and what has become of them. */
export function CriterionRow({ criterion, view, slot, editable, comments, zone, current, onCurrent, onEvidence }: CriterionRowProps) {
  const t = useTranslations('expert.sheet');
  const locale = useLocale();
  const [asked, setAsked] = useState(false);
  const { value, comment } = view.content;
  const range = { min: Number(criterion.min), max: Number(criterion.max), step: Number(criterion.step) };
  const options = criterion.options.map((option) => ({ value: Number(option.value), title: option.label }));
  // A label that only repeats the number says nothing.
  const worded = options.filter((option) => !option.title.startsWith(`${option.value} `));
  const evidence = useEvidenceWords();
  const indicators = indicatorsOf(criterion);
  const commentId = `comment-${criterion.id}`;
  const openComment = () => {
    setAsked(true);
    requestAnimationFrame(() => document.getElementById(commentId)?.focus());
  };
  const row = useRef<HTMLLIElement>(null);
  const told = Boolean(view.theirs || view.message);
  useEffect(() => {
    if (told) row.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  const commented = asked || comment !== '';
  return (
    <li
      ref={row}
      // The bar at the bottom never covers what has the focus.
      className="criterion scroll-mt-16 scroll-mb-44 sm:scroll-mb-28 [&_:is(input,textarea,button)]:scroll-mt-16 [&_:is(input,textarea,button)]:scroll-mb-44"
      id={`criterion-${criterion.id}`}
      aria-current={current || undefined}
      onFocusCapture={onCurrent}
    >
      <div>
        <p>
          <span className="text-text-3 mr-1">{criterion.no}</span> {criterion.label}
        </p>
        {worded.length > 0 ? (
          <p className="text-xs text-text-2 mt-0.5">
            {worded.map((option) => `${formatNumber(option.value, locale)} — ${option.title}`).join('; ')}
          </p>
        ) : null}
        <div className="criterion-links">
          <span className="text-text-3">{t('upTo', { max: range.max })}</span>
          {evidenceState(indicators) === 'some' ? (
            <button type="button" className="link-button inline-flex items-center gap-1" onClick={onEvidence}>
              <FileText />
              {evidence(indicators)}
            </button>
          ) : (
            <span className="text-text-3">{evidence(indicators)}</span>
          )}
          {editable && criterion.levels.length > 0 ? (
            <LevelCounter criterion={criterion} onTake={(points) => slot.edit({ value: String(points) })} />
          ) : null}
          {editable && comments && !commented ? (
            <button type="button" className="link-button inline-flex items-center gap-1" onClick={openComment}>
              <MessageSquare />
              {t('comment')}
            </button>
          ) : null}
        </div>
      </div>
      {editable ? (
        <ScoreCell
          {...range}
          options={options}
          label={`${criterion.no} ${criterion.label}`}
          value={value === '' ? null : Number(value)}
          state={view.state}
          onChange={(score) => {
            const typed = isSegmented({ ...range, options }) ? 0 : TYPING_MS;
            slot.edit({ value: score === null || score === 'na' ? '' : String(score) }, typed);
          }}
          onRetry={() => slot.retry()}
          {...(comments && { onEnter: openComment })}
        />
      ) : (
        <p className="nb font-semibold text-right">
          {value === '' ? '—' : formatNumber(Number(value), locale)}
          <span className="text-text-3 font-normal"> {t('of', { max: formatNumber(range.max, locale) })}</span>
        </p>
      )}
      {view.theirs ? (
        <div className="whole">
          <TwoValues mine={view.content} theirs={view.theirs} zone={zone} onChoose={(which) => slot.choose(which)} />
        </div>
      ) : null}
      {view.message ? (
        <div className="whole">
          <Notice tone="danger" role="alert">
            {view.message}
          </Notice>
        </div>
      ) : null}
      {editable && commented ? (
        <div className="whole">
          <TextAreaField
            small
            id={commentId}
            name={commentId}
            label={t('commentLabel')}
            className="min-h-14"
            maxLength={TEXT_LIMITS.comment}
            value={comment}
            onChange={(event) => slot.edit({ comment: event.target.value }, COMMENT_MS)}
            onBlur={() => {
              void slot.flush();
              if (comment === '') setAsked(false);
            }}
            onKeyDown={(event) => leaveComment(event, criterion.id)}
          />
        </div>
      ) : null}
      {!editable && comment ? <p className="whole muted">{comment}</p> : null}
    </li>
  );
}

/** Ctrl+Enter and Escape lead from the comment back to the cell. */
function leaveComment(event: KeyboardEvent, criterionId: string) {
  const back = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
  if (!back) return;
  event.preventDefault();
  const cell = document.querySelector(`#criterion-${CSS.escape(criterionId)} [data-score]`);
  (cell?.querySelector<HTMLElement>('input:checked') ?? cell?.querySelector<HTMLElement>('input'))?.focus();
}
