import { GUIDES, helpAddresses, unknownNames } from '@/domain/helpPages';
import type { Fault } from '@/domain/procedure/check';
import type { AnyFile, Procedure } from '@/domain/procedure/shape';
import { LANGUAGES, type Language, PAGES, PAGES_OF_ROLES, type PageName } from '@/domain/procedure/vocabulary';
import { spokenMessages } from '@/messages/spokenMessages';
import type { Folder } from './read';

type Pages = Record<string, Record<string, string>>;

/** Help pages by name and language; a published procedure has every page in every language, those of roles where it has the role. */
export function pagesOf(texts: Folder['pages'], procedure: AnyFile | undefined, faults: Fault[]): Pages {
  const pages: Pages = {};
  for (const [file, text] of Object.entries(texts)) {
    const [name = '', language = ''] = file.replace(/\.md$/, '').split('.');
    if (!(PAGES as readonly string[]).includes(name) || !(LANGUAGES as readonly string[]).includes(language))
      faults.push({ file: `pages/${file}`, path: [], message: 'no page of this name and language' });
    else pages[name] = { ...pages[name], [language]: text };
  }
  const needed = (name: string) => {
    const role = PAGES_OF_ROLES[name];
    return !role || (procedure?.schemaVersion === 3 && procedure.roles.some(({ key }) => key === role));
  };
  if (procedure?.status === 'published')
    for (const name of PAGES.filter(needed))
      for (const language of LANGUAGES)
        if (!pages[name]?.[language]?.trim()) faults.push({ file: `pages/${name}.${language}.md`, path: [], message: 'page missing' });
  return pages;
}

const LINK = /\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g;
const BOLD = /\*\*([^*]+)\*\*/g;
/** Stands where a link stood. */
const LED = '\u{1f517}';
const QUOTED: Record<Language, RegExp> = { ru: /«([^»]+)»/g, en: /“([^”]+)”/g };
const SIZE = /\d\s?(?:МБ|MB|байт|bytes)(?!\p{L})/gu;

/** Addresses a page leads to, in its order. */
export const linksIn = (text: string): string[] => [...text.matchAll(LINK)].map(([, , href = '']) => href);

/**
 * What help pages say, from schemaVersion 3 on: a link leads to a screen that the page's role has in this region, and to the same one in every
 * language; in a guide whatever stands out is an act and a link; words in quotes stand on a screen, and are a link then, or in the procedure;
 * sizes of files are taken from the procedure, not typed.
 */
export function checkPages({ pages, texts }: Pick<Folder, 'pages' | 'texts'>, procedure: Procedure): Fault[] {
  if (procedure.schemaVersion < 3) return [];
  const said = Object.values(texts).join('\n').toLowerCase();
  return Object.entries(pages).flatMap(([file, text]) => {
    const [name, language] = file.split('.') as [PageName, Language];
    if (!PAGES.includes(name) || !LANGUAGES.includes(language)) return [];
    const twin = pages[`${name}.ru.md`] ?? '';
    return [
      ...straysOf(text, language, pages, helpAddresses(procedure, name)),
      ...(linksIn(text).join() === linksIn(twin).join() ? [] : ['its links are not those of the Russian page']),
      ...(GUIDES.has(name) ? boldFaults(text) : []),
      ...quoteFaults(text, language, wordsOf(spokenMessages(language, procedure)), said),
      ...unknownNames(text).map((unknown) => `{{${unknown}}} is no name that a page may use`),
      ...[...text.matchAll(SIZE)].map(([size]) => `the size “${size}” is typed: take it from the procedure`),
    ].map((message) => ({ file: `pages/${file}`, path: [], message }));
  });
}

const withoutLinks = (text: string) => text.replace(LINK, LED);
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, words = '']) => words);

const boldFaults = (text: string) =>
  matches(withoutLinks(text), BOLD)
    .filter((words) => !words.includes(LED))
    .map((words) => `“${words}” stands out as an act and is no link`);

function straysOf(text: string, language: Language, pages: Folder['pages'], addresses: ReadonlySet<string>): string[] {
  const leads = (path: string) =>
    path.startsWith('/help/') ? `${path.slice('/help/'.length)}.${language}.md` in pages : path === '/help' || addresses.has(path);
  return linksIn(text)
    .filter((href) => !leads(href.split(/[?#]/)[0] ?? ''))
    .map((href) => `${href} is no screen of this page’s role in this region`);
}

function quoteFaults(text: string, language: Language, screens: ReadonlySet<string>, procedure: string): string[] {
  const quoted = (part: string) => matches(part, QUOTED[language]).map((words) => words.replace(/[.,!?]$/, ''));
  const onScreen = (words: string) => screens.has(words.toLowerCase());
  const inProcedure = (words: string) => procedure.includes(words.toLowerCase());
  return [
    ...quoted(text)
      .filter((words) => !onScreen(words) && !inProcedure(words))
      .map((words) => `“${words}” stands neither on a screen nor in the procedure`),
    ...quoted(withoutLinks(text))
      .filter((words) => onScreen(words) && !inProcedure(words))
      .map((words) => `“${words}” stands on a screen: make it a link to it`),
  ];
}

/** Every text of the screens that can be shown as it is, in small letters. */
function wordsOf(tree: unknown, words = new Set<string>()): Set<string> {
  if (typeof tree === 'string') return words.add(tree.toLowerCase());
  if (typeof tree === 'object' && tree !== null) for (const below of Object.values(tree)) wordsOf(below, words);
  return words;
}
