import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@/ui/kit/link';
import type { ButtonLook, ButtonSize } from './button';
import { classes } from './classes';

interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook;
  size?: ButtonSize;
  block?: boolean;
  icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere, it does not change anything. */
export function LinkButton({ look = 'secondary', size = 'm', block, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classes('btn', `btn-${look}`, size !== 'm' && `btn-${size}`, block && 'btn-block-phone', className)}>
      {icon}
      {children}
    </Link>
  );
}
