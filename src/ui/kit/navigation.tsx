import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/ui/kit/link';

/** Where you are; the last entry is the page itself. */
export function Breadcrumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('kit');
  return (
    <nav aria-label={t('crumbs')} className="no-print">
      <ol className="crumbs">
        {items.map((item) => (
          <li key={item.label}>{item.href ? <Link href={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** The way back to the list or the parts. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="back" href={href}>
      <ArrowLeft />
      {children}
    </Link>
  );
}

export interface PageLink {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Parts of a page that have addresses of their own. */
export function Tabs({ items, label }: { items: readonly PageLink[]; label?: string }) {
  const t = useTranslations('kit');
  return (
    <nav className="tabs no-print" aria-label={label ?? t('page')}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined} scroll={false}>
          {item.label}
          {item.count === undefined ? null : <span className="count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** A switch between a few views of one list (period, month), with counts; scrolls sideways on phones. */
export function Segments({ items, label }: { items: readonly PageLink[]; label: string }) {
  return (
    <nav className="seg no-print" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'true' : undefined} scroll={false}>
          {item.label}
          {item.count === undefined ? null : <small>{item.count}</small>}
        </Link>
      ))}
    </nav>
  );
}

export interface SideLink {
  href: string;
  label: ReactNode;
  no?: string | number;
  note?: ReactNode;
  current?: boolean;
}

/** Sections at the left of a long page, numbered, each with its progress. */
export function SideNav({ items, label }: { items: readonly SideLink[]; label: string }) {
  return (
    <nav className="side-nav" aria-label={label}>
      <ul className="grid gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.no === undefined ? null : <span className="text-text-3">{item.no}</span>}
              <span className="flex-1">
                {item.label}
                {item.note ? <small>{item.note}</small> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keyset paging: there is no number of pages, only the next and the way back. */
export function Pager({ previousHref, nextHref, children }: { previousHref?: string; nextHref?: string; children?: ReactNode }) {
  const t = useTranslations('kit.pager');
  if (!previousHref && !nextHref && !children) return null;
  return (
    <nav className="pager no-print" aria-label={t('label')}>
      <span>{children}</span>
      <span className="actions">
        {previousHref ? (
          <Link className="btn btn-secondary btn-s" href={previousHref} rel="prev">
            <ArrowLeft />
            {t('previous')}
          </Link>
        ) : null}
        {nextHref ? (
          <Link className="btn btn-secondary btn-s" href={nextHref} rel="next">
            {t('next')}
            <ArrowRight />
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
