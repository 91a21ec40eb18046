import { searchWords } from '@/domain/searchText';
import { Prisma } from '@/generated/prisma/client';

/** One LIKE pattern for each typed word, all of which a text must meet; null when nothing was typed. What has no letter and no digit finds nothing. */
export function searchPatterns(typed: string | null | undefined): string[] | null {
  if (!typed?.trim()) return null;
  // words are letters and digits only, so nothing in them means anything to LIKE
  const words = searchWords(typed).map((word) => `%${word}%`);
  return words.length > 0 ? words : [''];
}

/**
 * The condition of a search: `text`, in the spelling of search_text(), holds every typed word, in any order, each anywhere; null when
 * nothing was typed. The columns "searchText" have an index for it.
 */
export function holdsWords(text: Prisma.Sql, typed: string | null | undefined): Prisma.Sql | null {
  const patterns = searchPatterns(typed);
  return (
    patterns &&
    Prisma.join(
      patterns.map((pattern) => Prisma.sql`${text} like ${pattern}`),
      ' and ',
      '(',
      ')',
    )
  );
}
