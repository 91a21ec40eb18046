import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function SchoolLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="school">{children}</RoleFrame>;
}
