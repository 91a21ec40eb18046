import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <RoleFrame>{children}</RoleFrame>;
}
