import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillPage, helpAddresses } from '@/domain/helpPages';
import { PAGES } from '@/domain/procedure/vocabulary';
import { checkPages, linksIn } from './pages';
import { findNewest, readFolder } from './read';
import { publishedProcedure } from './testing/published';

/** The law of help pages: every act is a link to a screen the reader has, quotes are words of the screens, sizes are the procedure's. */

const newest = findNewest('procedures').map((path) => ({ name: path.split('/').slice(-2).join('/'), folder: readFolder(path) }));

/** Whether the site has a page at an address. */
const pageAt = (path: string): boolean => existsSync(join('src/app', path, 'page.tsx'));

const messagesOf = (name: string, page: string, text: string) => {
  const { folder } = newest.find((one) => one.name === name) ?? {};
  if (!folder) throw new Error(name);
  return checkPages({ ...folder, pages: { [page]: text } }, publishedProcedure(name)).map((fault) => fault.message);
};
const tomsk = newest.find(({ name }) => name.startsWith('tomsk'))?.name ?? '';
const samara = newest.find(({ name }) => name.startsWith('samara'))?.name ?? '';

describe.each(newest)('pages of $name', ({ name, folder }) => {
  const procedure = publishedProcedure(name);

  it('have no fault', () => expect(checkPages(folder, procedure)).toEqual([]));
  it('lead to screens that the site has', () => {
    for (const page of PAGES) for (const path of helpAddresses(procedure, page)) expect([path, pageAt(path)]).toEqual([path, true]);
  });
  it('name several acts in every guide', () => {
    for (const [file, text] of Object.entries(folder.pages))
      if (/^(teacher|operator|expert|secretary|coordinator|administrator|how-to-apply)\./.test(file))
        expect([file, linksIn(text).length > 1]).toEqual([file, true]);
  });
  it('say the sizes of the procedure', () => {
    const filled = fillPage(folder.pages['good-file.ru.md'] ?? '', procedure, 'ru');
    expect(filled).not.toContain('{{');
    if (name.startsWith('samara')) expect(filled).toContain('до 5\u00a0МБ, это 5\u00a0242\u00a0880 байт');
  });
  it('promise nothing that no screen does', () => {
    const texts = Object.entries(folder.pages).filter(([, text]) =>
      /областные учреждения|line of their own|уберёт регистрацию|removes the registration/.test(text),
    );
    expect(texts.map(([file]) => file)).toEqual([]);
  });
});

describe('a help page is refused', () => {
  it.each([
    ['another role’s screen', tomsk, '[График](/operator/schedule)', /no screen/],
    ['a screen this region does not use', samara, '[График](/coordinator/schedule)', /no screen/],
    ['an act in bold without a link', tomsk, '* **Утвердите график.**', /is no link/],
    ['a button in quotes without a link', tomsk, 'Нажмите «Утвердить график».', /make it a link/],
    ['a button that no screen has', tomsk, '[«Утвердить всё»](/coordinator/schedule)', /neither on a screen/],
    ['a typed size', tomsk, 'Файл до 5 МБ.', /is typed/],
    ['an unknown name', tomsk, 'До {{files.weight}}.', /no name/],
  ])('for %s', (_, name, text, message) => expect(messagesOf(name, 'coordinator.ru.md', text).join()).toMatch(message));

  it('for links that differ by language', () => {
    const { folder } = newest.find((one) => one.name === tomsk) ?? {};
    if (!folder) throw new Error(tomsk);
    const pages = { 'coordinator.ru.md': '[График](/coordinator/schedule)', 'coordinator.en.md': 'Schedule' };
    expect(checkPages({ ...folder, pages }, publishedProcedure(tomsk))).toMatchObject([{ message: expect.stringContaining('Russian') }]);
  });
  it('never for words of the procedure and an act that is a link', () =>
    expect(messagesOf(tomsk, 'coordinator.ru.md', '**[«Утвердить график»](/coordinator/schedule)**: статус «Экспертиза».')).toEqual([]));
});
