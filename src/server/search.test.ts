import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '@/domain/searchText';
import { prisma } from './prisma';
import { searchPatterns } from './search';

const inDatabase = async (texts: readonly string[]): Promise<string[]> => {
  const rows = await prisma.$queryRaw<{ text: string }[]>`
    select search_text(t) as text from unnest(${[...texts]}::text[]) with ordinality as given(t, n) order by n`;
  return rows.map(({ text }) => text);
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** The scripts people type here, all punctuation, symbols and forms of letters; letters that came to Unicode after 2017 are left out: the database may not know them. */
const CHARACTERS = [
  ...range(0x01, 0x55f),
  ...range(0x1c80, 0x1c88),
  ...range(0x1e00, 0x2bff),
  ...range(0x3000, 0x303f),
  ...range(0xa640, 0xa69f),
  ...range(0xf900, 0xfaff),
  ...range(0xfe00, 0xfeff),
  ...range(0xff01, 0xffef),
  ...range(0x1f000, 0x1faff),
  ...range(0xe0000, 0xe007f),
].map((code) => String.fromCodePoint(code));

describe('search_text() of the database is searchText() of the program', () => {
  it('for every character, alone and within a word', async () => {
    const texts = CHARACTERS.flatMap((one) => [one, `Жё${one}й7${one}8`]);
    expect(await inDatabase(texts)).toEqual(texts.map(searchText));
  });

  it('for texts of any of them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...CHARACTERS, ...'АаЁёЙйИи\u0306\u0308 -–0123'), { maxLength: 20 }), { maxLength: 50 }),
        async (many) => {
          const texts = many.map((characters) => characters.join(''));
          expect(await inDatabase(texts)).toEqual(texts.map(searchText));
        },
      ),
      { numRuns: 100 },
    ));

  it('the three columns have an index that a search by part of a word uses', async () => {
    for (const table of ['Application', 'Employee', 'Account']) {
      const [first = ''] = searchPatterns('ужьев') ?? [];
      const plan = await prisma.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('set local enable_seqscan = off');
        return tx.$queryRawUnsafe<Record<string, string>[]>(`explain select id from "${table}" where "searchText" like '${first}'`);
      });
      expect(JSON.stringify(plan)).toContain(`${table}_search_idx`);
    }
  });
});
