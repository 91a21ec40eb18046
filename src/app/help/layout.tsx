import type { ReactNode } from 'react';
import { PublicFrame } from '@/ui/public/public-frame';

export default function HelpLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
