import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNewest, readFolder } from './read';
import { publishedProcedure } from './testing/published';

/** The law of help pages: what they lead to exists for the role they speak to, and the sizes they name are the procedure's. */

const newest = findNewest('procedures').map((path) => ({ name: path.split('/').slice(-2).join('/'), pages: readFolder(path).pages }));
const linksIn = (text: string) => [...text.matchAll(/\]\((\/[^)#?]*)[^)]*\)/g)].map(([, path = '']) => path);

/** Whether the site has a page at an address; a folder in brackets stands for any word. */
function pageAt(path: string): boolean {
  let folder = 'src/app';
  for (const part of path.split('/').filter(Boolean)) {
    const names = readdirSync(folder);
    const next = names.includes(part) ? part : names.find((name) => name.startsWith('['));
    if (!next) return false;
    folder = join(folder, next);
  }
  return existsSync(join(folder, 'page.tsx'));
}

it('knows an address from none', () => {
  expect([pageAt('/admin/audit'), pageAt('/help/terms'), pageAt('/coordinator/moon'), pageAt('/admin/audit/moon')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe.each(newest)('pages of $name', ({ name, pages }) => {
  const procedure = publishedProcedure(name);
  const invites = procedure.accounts.some((account) => account.mode === 'invitation');
  const issues = procedure.accounts.some((account) => account.issuedBy === 'COORDINATOR');

  it('lead only to screens that are there, and that this region uses', () => {
    for (const [file, text] of Object.entries(pages))
      for (const path of linksIn(text)) {
        expect([file, path, pageAt(path)]).toEqual([file, path, true]);
        if (path.endsWith('/invitations')) expect([file, invites]).toEqual([file, true]);
        if (path === '/coordinator/accounts') expect([file, issues]).toEqual([file, true]);
        if (path.endsWith('/schedule')) expect([file, Boolean(procedure.periods.items?.length)]).toEqual([file, true]);
        if (path.endsWith('/withdrawals')) expect([file, procedure.application.withdrawal.needsRegistration]).toEqual([file, true]);
      }
  });
  it('lead to the same screens in both languages', () => {
    for (const [file, text] of Object.entries(pages))
      if (file.endsWith('.ru.md')) expect(linksIn(pages[file.replace('.ru.', '.en.')] ?? ''), file).toEqual(linksIn(text));
  });
  it('say the size of a file that the procedure takes', () => {
    const said = Object.entries(pages).flatMap(([file, text]) =>
      [...text.matchAll(/(?:до|up to) (\d+) (?:МБ|MB)/g)].map(([, mb]) => [file, Number(mb)]),
    );
    const mb = procedure.portfolio.fileLimits.maxBytes / 1024 ** 2;
    expect(said.filter(([, size]) => size !== mb)).toEqual([]);
  });
  it('promise nothing that no screen does', () => {
    const texts = Object.entries(pages).filter(([, text]) =>
      /областные учреждения|line of their own|уберёт регистрацию|removes the registration/.test(text),
    );
    expect(texts.map(([file]) => file)).toEqual([]);
  });
});
