import { fillPage } from '@/domain/helpPages';
import type { Language } from '@/domain/procedure/vocabulary';
import { PAGES } from '@/domain/procedure/vocabulary';
import { prisma } from './prisma';
import { getProcedure } from './procedures';

export interface Page {
  name: string;
  title: string;
  body: string;
}

type Stored = Record<string, Partial<Record<Language, string>>>;

/** The public and help texts of a region in a language, in the order of the closed list of their names. */
export async function pagesOf(region: { currentVersionId: string | null }, language: Language): Promise<Page[]> {
  if (!region.currentVersionId) return [];
  const row = await prisma.procedureVersion.findUnique({ where: { id: region.currentVersionId }, select: { pages: true } });
  const stored = (row?.pages ?? {}) as Stored;
  const procedure = await getProcedure(region.currentVersionId);
  return PAGES.flatMap((name) => {
    const text = stored[name]?.[language];
    return text ? [{ name, ...split(fillPage(text, procedure, language)) }] : [];
  });
}

/** The first heading is the title of a page, the rest its text. */
function split(text: string): { title: string; body: string } {
  const title = /^#\s+(.+)$/m.exec(text);
  return { title: title?.[1]?.trim() ?? '', body: title ? text.replace(title[0], '').trim() : text };
}
