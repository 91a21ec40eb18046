import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function CoordinatorLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="coordinator">{children}</RoleFrame>;
}
