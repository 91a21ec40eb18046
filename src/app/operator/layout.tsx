import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function OperatorLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="operator">{children}</RoleFrame>;
}
