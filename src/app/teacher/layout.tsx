import type { ReactNode } from 'react';
import { RoleFrame } from '@/ui/session/role-frame';

export default function TeacherLayout({ children }: { children: ReactNode }) {
  return <RoleFrame segment="teacher">{children}</RoleFrame>;
}
