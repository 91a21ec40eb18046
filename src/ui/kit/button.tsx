'use client';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { classes } from './classes';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'destructive';
export type ButtonSize = 's' | 'm' | 'xl';

export interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: ButtonSize;
  /** Shown instead of the label while something runs; the width stays. */
  busy?: string | false;
  /** The act is not open yet: the button stays focusable and pressing it moves focus to the list of reasons. */
  closed?: boolean;
  /** Id of that list. */
  reasonsId?: string;
  /** Full width on phones: the main action of a screen. */
  block?: boolean;
  icon?: ReactNode;
}

/** A press: the verb and the object in its label. */
export function Button(props: ButtonProps) {
  const {
    look = 'secondary',
    size = 'm',
    busy = false,
    closed = false,
    reasonsId,
    block,
    icon,
    className,
    children,
    onClick,
    ...rest
  } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!closed && busy === false) return onClick?.(event);
    event.preventDefault();
    const reasons = closed && reasonsId ? document.getElementById(reasonsId) : null;
    if (!reasons) return;
    if (!reasons.hasAttribute('tabindex')) reasons.tabIndex = -1;
    reasons.focus();
    reasons.scrollIntoView({ block: 'nearest' });
  };
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'btn',
        `btn-${look}`,
        size !== 'm' && `btn-${size}`,
        block && 'btn-block-phone',
        busy !== false && 'is-busy',
        className,
      )}
      aria-disabled={closed || busy !== false || undefined}
      aria-describedby={closed ? reasonsId : rest['aria-describedby']}
      onClick={press}
    >
      {busy === false ? (
        <>
          {icon}
          {children}
        </>
      ) : (
        <span className="btn-stack">
          <span aria-hidden="true">
            {icon}
            {children}
          </span>
          <span>
            <LoaderCircle className="spin" />
            {busy}
          </span>
        </span>
      )}
    </button>
  );
}

/** A submit button of a form with a server action: busy while the form is being sent. */
export function SubmitButton({ busyLabel, ...props }: ButtonProps & { busyLabel: string }) {
  const { pending } = useFormStatus();
  return <Button look="primary" {...props} type="submit" busy={pending ? busyLabel : false} />;
}

/** A button that is only an icon; the words stand in the tooltip and for screen readers. */
export function IconButton({ label, icon, className, ...rest }: ComponentProps<'button'> & { label: string; icon: ReactNode }) {
  return (
    <button type="button" {...rest} className={classes('btn btn-icon', className)} title={label} aria-label={label}>
      {icon}
    </button>
  );
}
