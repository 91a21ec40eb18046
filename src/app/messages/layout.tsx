import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function MessagesLayout({ children }: { children: ReactNode }) {
  return <RoleFrame>{children}</RoleFrame>;
}
