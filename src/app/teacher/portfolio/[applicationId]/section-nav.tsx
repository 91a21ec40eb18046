'use client';
import { useEffect, useState } from 'react';
import { SideNav } from '@/ui/kit/navigation';

interface SectionLink {
  id: string;
  no: number;
  label: string;
  note: string;
  /** What is still required there. */
  left: string | null;
  /** Files that were not taken. */
  refused: string | null;
}

/** The sections of the page with their progress; the one being read is marked. On phones and narrow windows a folded list. */
export function SectionNav({ links, label, summary }: { links: readonly SectionLink[]; label: string; summary: string }) {
  const [current, setCurrent] = useState(links[0]?.id);
  const ids = links.map((link) => link.id).join();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting);
        if (shown) setCurrent(shown.target.id);
      },
      { rootMargin: '-15% 0px -75% 0px' },
    );
    for (const id of ids.split(',')) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids]);
  const items = links.map((link) => ({
    href: `#${link.id}`,
    no: link.no,
    label: link.label,
    note: (
      <>
        {link.left ? `${link.note} · ${link.left}` : link.note}
        {link.refused ? <span className="block font-medium text-danger">{link.refused}</span> : null}
      </>
    ),
    current: link.id === current,
  }));
  return (
    <>
      <details className="card px-4 py-3 @min-[68rem]:hidden">
        <summary className="cursor-pointer font-semibold">{summary}</summary>
        <div className="mt-2">
          <SideNav items={items} label={label} />
        </div>
      </details>
      <div className="hidden @min-[68rem]:sticky @min-[68rem]:top-4 @min-[68rem]:block">
        <SideNav items={items} label={label} />
      </div>
    </>
  );
}
