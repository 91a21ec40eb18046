import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: ReactNode;
  icon?: ReactNode;
  /** One sentence why it is empty; an empty filter names the filter. */
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
}

/** Nothing here yet: a drawing on squared paper, why, and one thing to do. Put it inside a card. */
export function EmptyState({ title, icon = <FileText />, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <span className="art ruled" aria-hidden="true">
        {icon}
      </span>
      <Heading className="card-title">{title}</Heading>
      {children ? <p className="muted">{children}</p> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
