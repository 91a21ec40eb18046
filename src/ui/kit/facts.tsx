import { Fragment, type ReactNode } from 'react';
import { classes } from './classes';

export interface Fact {
  term: string;
  value: ReactNode;
  /** A link that changes it; give it hidden words that say what («Изменить<span className="vh"> почту</span>»). */
  action?: ReactNode;
}

/** Names and values, such as answers to be checked; `plain` is the quiet form without rules. */
export function Facts({ items, plain, className }: { items: readonly Fact[]; plain?: boolean; className?: string }) {
  const acts = items.some((item) => item.action);
  return (
    <div className={classes('facts-box', className)}>
      <dl className={classes('facts', acts && 'acts', plain && 'plain')}>
        {items.map(({ term, value, action }, index) => {
          const last = index === items.length - 1 && 'last';
          return (
            <Fragment key={term}>
              <dt className={classes(last)}>{term}</dt>
              <dd className={classes(last)}>{value}</dd>
              {acts ? <dd className={classes('act', last)}>{action}</dd> : null}
            </Fragment>
          );
        })}
      </dl>
    </div>
  );
}
