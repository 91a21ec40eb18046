import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

/** A choice in a cell: dashed while nothing is set, solid when set, ink edge while open. Class `slot [full]` suits a Menu's summary too. */
export function Slot({ filled, icon, className, children, ...rest }: ComponentProps<'button'> & { filled?: boolean; icon?: ReactNode }) {
  return (
    <button type="button" {...rest} className={classes('slot', filled && 'full', className)}>
      {icon}
      {children}
    </button>
  );
}
