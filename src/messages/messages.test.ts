import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '@/domain/problems';
import { messages, type Namespace } from './messages';
import { problemSentence } from './sentence';

type Tree = { [key: string]: string | Tree };

/** «a.b.c» and its text, for every text of a namespace. */
function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

/** Names of the values and tags that a text wants. */
function wants(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element)) return [];
    const name = 'value' in element ? [String(element.value)] : [];
    if (isPluralElement(element) || isSelectElement(element))
      return [...name, ...Object.values(element.options).flatMap((option) => wants(option.value))];
    if (isTagElement(element)) return [...name, ...wants(element.children)];
    return name;
  });
}
const argumentsOf = (text: string) => [...new Set(wants(parse(text, { requiresOtherClause: true })))].sort();

describe.each(Object.keys(messages.ru) as Namespace[])('texts of %s', (namespace) => {
  const ru = new Map(leaves(messages.ru[namespace] as Tree));
  const en = new Map(leaves(messages.en[namespace] as Tree));

  it('are the same in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...ru.keys()].sort());
  });

  it('want the same values in both languages', () => {
    for (const [key, text] of ru) expect([key, argumentsOf(en.get(key) ?? '')]).toEqual([key, argumentsOf(text)]);
  });

  it('are plain and polite', () => {
    for (const [key, text] of ru) {
      expect([key, text]).not.toEqual([key, expect.stringMatching(/пожалуйста|ошибк|[А-Яа-яё]!/iu)]);
      expect(text, key).not.toMatch(/\.\.\./u);
    }
  });
});

describe('sentences of refusals', () => {
  it.each(['ru', 'en'] as const)('exist for every code and need no value (%s)', (locale) => {
    for (const code of PROBLEM_CODES) {
      const sentence = problemSentence(locale, code);
      expect(sentence, code).toMatch(/[.?]$/u);
      expect(sentence, code).not.toMatch(/[{}]|\bnone\b|problems\.|undefined| {2}/u);
    }
    expect(Object.keys(messages[locale].problems).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it('say sizes and days as people do', () => {
    expect(problemSentence('ru', 'FILE_TOO_LARGE', { size: 7_759_462, max: 5_242_880 })).toContain('7,4\u00a0МБ, а можно до 5\u00a0МБ');
    expect(problemSentence('en', 'SESSION_NOT_HELD', { date: '2031-11-16' })).toContain('16\u00a0November 2031');
    expect(problemSentence('ru', 'FILE_TYPE_NOT_ALLOWED', { entry: '2026-11-16 приказ.exe' })).toContain('«2026-11-16 приказ.exe»');
  });
});
