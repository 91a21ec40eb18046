import type { ReactNode } from 'react';

interface ProgressBarProps {
  value: number;
  max: number;
  /** For screen readers: what is measured. */
  label: string;
  /** Words above the bar, left and right. */
  head?: ReactNode;
  side?: ReactNode;
  tone?: 'ink' | 'ok' | 'wait';
}

/** A real measure, never a loop. */
export function ProgressBar({ value, max, label, head, side, tone = 'ink' }: ProgressBarProps) {
  return (
    <div>
      {head || side ? (
        <div className="bar-head">
          <span>{head}</span>
          <span className="muted">{side}</span>
        </div>
      ) : null}
      <progress className={`bar bar-${tone}`} value={value} max={Math.max(max, 1)} aria-label={label} />
    </div>
  );
}

interface ThresholdBarProps {
  value: number;
  max: number;
  label: string;
  /** Marks on the scale, each with its word: «высшая 19». */
  marks: readonly { at: number; text: string }[];
}

/** A sum on its scale with the thresholds marked, and the same in words below. */
export function ThresholdBar({ value, max, label, marks }: ThresholdBarProps) {
  const x = (points: number) => `${Math.min(100, Math.max(0, (points / Math.max(max, 1)) * 100))}%`;
  return (
    <div>
      <svg className="meter-marks" role="img" aria-label={label}>
        <rect x="0" y="10" width="100%" height="8" rx="4" fill="var(--surface-3)" />
        <rect x="0" y="10" width={x(value)} height="8" rx="4" fill="var(--ink)" />
        {marks.map((mark) => (
          <line key={mark.text} x1={x(mark.at)} x2={x(mark.at)} y1="4" y2="24" stroke="var(--text)" strokeWidth="2" />
        ))}
      </svg>
      <p className="cap">{marks.map((mark) => mark.text).join(' · ')}</p>
    </div>
  );
}
