import { CircleAlert, CircleCheck, Hourglass, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert, wait: Hourglass } as const;

interface NoticeProps {
  tone?: keyof typeof ICONS;
  /** What it is about, in one bold sentence. */
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons that cure what is said. */
  actions?: ReactNode;
  /** `alert` for a refusal that has just come, `status` for news. */
  role?: 'alert' | 'status';
  id?: string;
}

/** A message that stays beside what it is about until it is true no more. */
export function Notice({ tone = 'info', title, children, actions, role, id }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`note note-${tone}`} role={role} id={id}>
      <Icon />
      <div>
        {title ? <b>{title}</b> : null} {children}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </div>
  );
}
