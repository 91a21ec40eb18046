import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: ReactNode;
  icon?: ReactNode;
  /** One sentence why it is empty; an empty filter names the filter. */
  children?: ReactNode;
  actions?: ReactNode;
  /** 1 where the page has nothing else to say. */
  level?: 1 | 2 | 3;
}

/** Nothing here yet: a drawing on squared paper, why, and one thing to do. Put it inside a card. */
export function EmptyState({ title, icon = <FileText />, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
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
