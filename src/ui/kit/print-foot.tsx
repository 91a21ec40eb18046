import type { ReactNode } from 'react';

/** Last line of a printed page: what, when, by whom. Seen only on paper. */
export function PrintFoot({ children }: { children: ReactNode }) {
  return <p className="print-foot">{children}</p>;
}
