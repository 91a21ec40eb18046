import type { ReactNode } from 'react';
import { classes } from './classes';

interface CardProps {
  /** Heading of the card; with it the card is a named section. */
  title?: ReactNode;
  /** Right end of the heading's line: a link, a count, a chip. */
  aside?: ReactNode;
  /** Id of the heading; needed with `title`. */
  id?: string;
  level?: 2 | 3;
  /** Padding around the content; leave it off for tables and row lists. */
  pad?: boolean;
  className?: string;
  children: ReactNode;
}

/** A white sheet. With `title` it has a head line with a rule below. */
export function Card({ title, aside, id, level = 2, pad = true, className, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  if (title === undefined) return <div className={classes('card', pad && 'card-pad', className)}>{children}</div>;
  return (
    <section className={classes('card', className)} aria-labelledby={id}>
      <div className="card-head">
        <Heading id={id}>{title}</Heading>
        {aside}
      </div>
      {pad ? <div className="card-pad">{children}</div> : children}
    </section>
  );
}
