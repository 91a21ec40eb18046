import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface MoveCardProps {
  /** What to do, a verb: «Заполните портфолио и сдайте его на проверку». */
  title: ReactNode;
  /** Whose move; «Сейчас ваш ход» unless said otherwise («Сейчас ход школы»). */
  who?: ReactNode;
  /** Progress bar, term in words, what happens if not. */
  children?: ReactNode;
  /** The one main button. */
  actions?: ReactNode;
  id?: string;
}

/** The bookmark: your move. One on a screen, at its top. */
export function MoveCard({ title, who, children, actions, id = 'move' }: MoveCardProps) {
  const t = useTranslations('kit');
  return (
    <section className="move" aria-labelledby={id}>
      <p className="move-who">{who ?? t('yourMove')}</p>
      <h2 id={id}>{title}</h2>
      {children || actions ? (
        <div className="move-body">
          <div className="move-text">{children}</div>
          {actions ? <div className="actions">{actions}</div> : null}
        </div>
      ) : null}
    </section>
  );
}

interface OtherMoveProps {
  /** «Ход экспертов», «Одновременно ход школы». */
  who: ReactNode;
  /** What they are to do and until when. */
  title: ReactNode;
  /** What happens if they keep silent; that you need do nothing. */
  children?: ReactNode;
  icon?: ReactNode;
  /** A chip of the state, or a button when the viewer may remind. */
  aside?: ReactNode;
}

/** Another's move: who, what, until when, and what if not. */
export function OtherMove({ who, title, children, icon = <Hourglass />, aside }: OtherMoveProps) {
  return (
    <div className="card card-pad turn">
      <span className="turn-icon">{icon}</span>
      <div>
        <p className="muted text-m font-semibold">{who}</p>
        <p className="text-h3 font-semibold leading-snug mt-0.5">{title}</p>
        {children ? <div className="muted mt-1">{children}</div> : null}
      </div>
      {aside ? <span className="turn-do">{aside}</span> : null}
    </div>
  );
}
