'use client';
import { Check, CircleAlert, CloudOff, LoaderCircle } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { classes } from './classes';
import { formatNumber } from './format';

export type ScoreValue = number | 'na' | null;

interface ScoreCellProps {
  /** Number and name of the criterion, for screen readers. */
  label: string;
  min?: number;
  max: number;
  step?: number;
  /** The only values there are, with what each means; without them every step of the range. */
  options?: readonly { value: number; title?: string }[];
  value: ScoreValue;
  /** Whether «не применимо» can be chosen. */
  allowNa?: boolean;
  state?: 'idle' | 'saving' | 'saved' | 'waiting' | 'failed' | 'clash';
  /** Words beside the state: why it was refused. */
  note?: string;
  disabled?: boolean;
  /** Called with every value that is in range, as one types; null clears. */
  onChange: (value: ScoreValue) => void;
  onRetry?: () => void;
  /** Enter opens the comment; without it Enter goes to the next cell. */
  onEnter?: () => void;
}

const MOST_SEGMENTS = 6;

/** Whether a score is chosen from a row of segments: not more than six values. */
export function isSegmented({ min = 0, max, step = 1, options }: Pick<ScoreCellProps, 'min' | 'max' | 'step' | 'options'>): boolean {
  return (options?.length || Math.floor((max - min) / step + 1e-9) + 1) <= MOST_SEGMENTS;
}

/** A score: a row of segments, or a number where there are more than six values. Keys: digits, N, Delete, up and down, Enter. */
export function ScoreCell(props: ScoreCellProps) {
  const { state = 'idle' } = props;
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      neighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (props.onEnter) props.onEnter();
      else neighbour(event.currentTarget, 1)?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the control inside, heard as they bubble
    <div className="score-side" data-score onKeyDown={keys}>
      {isSegmented(props) ? <Segments {...props} /> : <NumberInput {...props} />}
      <ScoreState state={state} note={props.note} onRetry={props.onRetry} />
    </div>
  );
}

/** The control of the next or previous cell on the page. */
function neighbour(from: HTMLElement, by: 1 | -1): HTMLElement | null {
  const cells = [...document.querySelectorAll<HTMLElement>('[data-score]')].filter((cell) => cell.offsetParent !== null);
  const next = cells[cells.indexOf(from) + by];
  return next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input') ?? null;
}

/** The values of a range, without the dust of binary fractions. */
function valuesOf({ min = 0, max, step = 1, options }: ScoreCellProps): readonly { value: number; title?: string }[] {
  if (options?.length) return options;
  return Array.from({ length: Math.floor((max - min) / step + 1e-9) + 1 }, (_, index) => ({
    value: Number((min + index * step).toFixed(3)),
  }));
}

function Segments(props: ScoreCellProps) {
  const { label, min = 0, max, value, allowNa, state, disabled, onChange } = props;
  const t = useTranslations('kit.score');
  const locale = useLocale();
  const name = useId();
  const values = valuesOf(props);
  const [refused, setRefused] = useState(false);
  const take = (score: ScoreValue) => {
    setRefused(false);
    onChange(score);
  };
  const keys = (event: KeyboardEvent) => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    if (allowNa && ['n', 'N', 'т', 'Т'].includes(event.key)) take('na');
    if (event.key === 'Delete' || event.key === 'Backspace') take(null);
    if (!/^\d$/.test(event.key)) return;
    const wanted = values.find((known) => known.value === Number(event.key));
    if (!wanted) return setRefused(true);
    take(wanted.value);
    event.currentTarget.querySelectorAll('input')[values.indexOf(wanted)]?.focus();
  };
  return (
    <>
      <span
        className={classes('score', state === 'clash' && 'clash')}
        role="radiogroup"
        aria-label={t('label', { name: label, min, max })}
        aria-disabled={disabled || undefined}
        onKeyDown={keys}
        onBlur={() => setRefused(false)}
      >
        {values.map((score) => (
          <label key={score.value} title={score.title}>
            <input
              type="radio"
              name={name}
              checked={value === score.value}
              disabled={disabled}
              onChange={() => take(score.value)}
              // Pressing the chosen one once more takes it back.
              onClick={() => value === score.value && take(null)}
              aria-label={score.title ? `${formatNumber(score.value, locale)}: ${score.title}` : undefined}
            />
            {formatNumber(score.value, locale)}
          </label>
        ))}
        {allowNa ? (
          <label className="na" title={t('naTitle')}>
            <input
              type="radio"
              name={name}
              checked={value === 'na'}
              disabled={disabled}
              onChange={() => take('na')}
              aria-label={t('naTitle')}
            />
            {t('na')}
          </label>
        ) : null}
      </span>
      {refused ? <OutOfRange min={min} max={max} /> : null}
    </>
  );
}

function OutOfRange({ id, min, max }: { id?: string; min: number; max: number }) {
  const t = useTranslations('kit.score');
  const locale = useLocale();
  return (
    <span className="save save-s bad" id={id} role="alert">
      <CircleAlert />
      {t('outOfRange', { min: formatNumber(min, locale), max: formatNumber(max, locale) })}
    </span>
  );
}

function NumberInput({ label, min = 0, max, step = 1, options, value, state, disabled, onChange }: ScoreCellProps) {
  const t = useTranslations('kit.score');
  const locale = useLocale();
  const shown = typeof value === 'number' ? formatNumber(value, locale) : '';
  const [typed, setTyped] = useState<string>();
  const errorId = useId();
  const parse = (text: string): ScoreValue | undefined => {
    if (text.trim() === '') return null;
    const number = Number(text.trim().replace(',', '.'));
    const onStep = options?.length
      ? options.some((known) => known.value === number)
      : Math.abs((number - min) / step - Math.round((number - min) / step)) < 1e-9;
    return Number.isFinite(number) && number >= min && number <= max && onStep ? number : undefined;
  };
  const refused = typed !== undefined && parse(typed) === undefined;
  return (
    <>
      <span className="score-number">
        <input
          type="text"
          inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
          autoComplete="off"
          className={state === 'clash' ? 'clash' : undefined}
          aria-label={t('label', { name: label, min, max })}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? errorId : undefined}
          value={typed ?? shown}
          disabled={disabled}
          onChange={(event) => {
            setTyped(event.target.value);
            const score = parse(event.target.value);
            if (score !== undefined) onChange(score);
          }}
          onBlur={() => {
            if (!refused) setTyped(undefined);
          }}
        />
        {t('of', { max: formatNumber(max, locale) })}
      </span>
      {refused ? <OutOfRange id={errorId} min={min} max={max} /> : null}
    </>
  );
}

function ScoreState({ state, note, onRetry }: { state: NonNullable<ScoreCellProps['state']>; note?: string; onRetry?: () => void }) {
  const t = useTranslations('kit');
  const tone = { idle: '', saving: '', saved: 'ok', waiting: 'wait', failed: 'bad', clash: 'bad' }[state];
  return (
    <span className={classes('save save-s', tone)} role="status">
      {state === 'saving' ? (
        <>
          <LoaderCircle className="spin" />
          {t('score.saving')}
        </>
      ) : null}
      {state === 'saved' ? (
        <>
          <Check />
          <span className="vh">{t('score.saved')}</span>
        </>
      ) : null}
      {state === 'waiting' ? (
        <>
          <CloudOff />
          {t('score.waiting')}
        </>
      ) : null}
      {state === 'failed' || state === 'clash' ? (
        <>
          <CircleAlert />
          {note ?? (state === 'clash' ? t('score.clash') : t('score.failed'))}
        </>
      ) : null}
      {state === 'failed' && onRetry ? (
        <button type="button" className="link-button" onClick={onRetry}>
          {t('retry')}
        </button>
      ) : null}
    </span>
  );
}
