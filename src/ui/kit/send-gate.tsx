import { Bookmark, Check, ChevronRight, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface Condition {
  id: string;
  /** Met, yours to do, or another's move. */
  state: 'met' | 'yours' | 'others';
  title: ReactNode;
  detail?: ReactNode;
  /** Where to do it: an address or «#i7». */
  href?: string;
  linkLabel?: string;
}

const ICON = { met: Check, yours: Bookmark, others: Hourglass } as const;
const openOf = (conditions: readonly Condition[]) => conditions.filter((condition) => condition.state !== 'met').length;

interface SendGateProps {
  /** Id of the list: the closed button's `reasonsId`. */
  id: string;
  title: ReactNode;
  /** Term: «До 16 ноября, осталось 28 дней». */
  term?: ReactNode;
  conditions: readonly Condition[];
  /** The sending button, closed while something is open. */
  action: ReactNode;
  /** What sending means: «После сдачи изменить портфолио нельзя». */
  note?: ReactNode;
}

/** Every condition of sending, open ones included, and the button that sends. */
export function SendGate({ id, title, term, conditions, action, note }: SendGateProps) {
  const t = useTranslations('kit.gate');
  const open = openOf(conditions);
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <div className="px-[var(--pad)] pt-5">
        <h2 id={`${id}-title`} className="card-title">
          {title}
        </h2>
        {term ? <p className="muted text-m mt-1">{term}</p> : null}
      </div>
      <ul className="gate rows mt-1" id={id} tabIndex={-1}>
        {conditions.map((condition) => {
          const Icon = ICON[condition.state];
          return (
            <li key={condition.id}>
              <span className={`gate-dot ${condition.state}`} title={t(condition.state)}>
                <Icon />
              </span>
              <div>
                <b>{condition.title}</b>
                <span className="vh">{t(condition.state)}. </span>
                {condition.detail ? <span className="muted block mt-0.5">{condition.detail}</span> : null}
                {condition.href ? (
                  <a className="font-medium" href={condition.href}>
                    {condition.linkLabel}
                  </a>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="grid gap-2 px-[var(--pad)] pb-5 pt-2">
        {action}
        <p className="hint">
          {open > 0 ? `${t('closed', { open, all: conditions.length })} ` : null}
          {note}
        </p>
      </div>
    </section>
  );
}

/** On phones: a strip at the top that says how much is left and jumps to the gate. */
export function GateStrip({ id, conditions, term }: { id: string; conditions: readonly Condition[]; term?: ReactNode }) {
  const t = useTranslations('kit.gate');
  const open = openOf(conditions);
  return (
    <a href={`#${id}`} className="card gate-strip no-print">
      <span className={`gate-dot ${open > 0 ? 'yours' : 'met'}`}>{open > 0 ? <Bookmark /> : <Check />}</span>
      <span>
        <b>{open > 0 ? t('left', { count: open }) : t('ready')}</b>
        {term}
      </span>
      <ChevronRight />
    </a>
  );
}
