import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="admin">{children}</RoleFrame>;
}
