'use client';
import { usePathname } from 'next/navigation';
import { Link } from '@/ui/kit/link';

export interface NavEntry {
  href: string;
  label: string;
  /** What waits there; 0 is not shown. */
  count?: number;
}

/** Links of a role; the one whose address is the longest beginning of the page's address is the current one. */
export function NavLinks({ entries }: { entries: readonly NavEntry[] }) {
  const path = usePathname() ?? '';
  const current = entries
    .filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return entries.map((entry) => (
    <Link key={entry.href} href={entry.href} aria-current={entry === current ? (path === entry.href ? 'page' : 'true') : undefined}>
      {entry.label}
      {entry.count ? <span className="count">{entry.count}</span> : null}
    </Link>
  ));
}
