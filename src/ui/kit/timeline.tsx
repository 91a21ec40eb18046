import type { ReactNode } from 'react';

export interface TimelineLine {
  id: string;
  /** «Сегодня, 14:32». */
  at: string;
  /** ISO instant. */
  dateTime: string;
  /** Colour of the dot: the viewer's own act, a milestone, waiting for someone, the system. */
  actor: 'me' | 'milestone' | 'wait' | 'system';
  title: ReactNode;
  /** Who did it, what changed «НОВОЕ» → «В РАБОТЕ», a link to the letter. */
  detail?: ReactNode;
}

const DOT = { me: 'me', milestone: 'ok', wait: 'wait', system: undefined } as const;

/** What has happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineLine[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={DOT[entry.actor]}>
          <time dateTime={entry.dateTime}>{entry.at}</time>
          <p>{entry.title}</p>
          {entry.detail ? <p className="more">{entry.detail}</p> : null}
        </li>
      ))}
    </ol>
  );
}
