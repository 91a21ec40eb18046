import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function CommissionLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="commission">{children}</RoleFrame>;
}
