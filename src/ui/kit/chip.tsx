import type { ReactNode } from 'react';

/** Roles of a status; the map from status to tone stands in the domain layer, never in a component. */
export type Tone = 'mark' | 'wait' | 'ink' | 'info' | 'ok' | 'warn' | 'danger' | 'calm';

/** A state in a word; `mark` means «your move» and nothing else. */
export function Chip({ tone = 'calm', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`chip chip-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
