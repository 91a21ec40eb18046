import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function ExpertLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="expert">{children}</RoleFrame>;
}
