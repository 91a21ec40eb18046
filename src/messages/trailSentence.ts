import { groupOf, TRAIL_GROUPS, type TrailGroup } from '@/domain/trail';
import type { Locale } from './locale';
import { timelineSentence } from './timelineSentence';
import en from './trail.en.json' with { type: 'json' };
import ru from './trail.ru.json' with { type: 'json' };

const WORDS = { ru, en };
export type Sex = 'female' | 'male' | null;

/** Ends of verbs in the past by sex; both where it is not known. */
const ENDS: Record<string, [female: string, male: string, unknown: string]> = {
  '[а]': ['а', '', '(а)'],
  '[ёл]': ['ла', 'ёл', 'ёл(-ла)'],
  '[ел]': ['ла', 'ел', 'ел(-ла)'],
};
const ended = (text: string, sex: Sex): string => {
  const known = text.replace('Завёл[а]', { female: 'Завела', male: 'Завёл', unknown: 'Завёл(-а)' }[sex ?? 'unknown']);
  return known.replace(/\[(?:а|ёл|ел)\]/g, (end) => ENDS[end]?.[sex === 'female' ? 0 : sex === 'male' ? 1 : 2] ?? '');
};

/** What a line of the trail says was done, in the past tense; `field` of the API stands for what was listed or refused. */
export function trailSentence(locale: Locale, action: string, { sex = null, field }: { sex?: Sex; field?: unknown } = {}): string {
  const words = WORDS[locale];
  const own = (words.acts as Record<string, string>)[action];
  if (!own) return timelineSentence(locale, action, {});
  const lists = words.lists as Record<string, string>;
  return ended(own, sex).replace('{list}', lists[String(field)] ?? words.lists.other);
}

/** Whether an act has a sentence of its own or one of a case's history. */
export const hasSentence = (locale: Locale, action: string): boolean => trailSentence(locale, action) !== action;

export const trailWords = (locale: Locale) => WORDS[locale].words;

/** A stored field that is no part of a form, by its name in the trail's data. */
export const trailField = (locale: Locale, field: string): string =>
  (WORDS[locale].fields as Record<string, string>)[field] ?? WORDS[locale].words.field;

/** Groups of acts with their words, for the filter. */
export const trailGroups = (locale: Locale): { value: TrailGroup; label: string }[] =>
  TRAIL_GROUPS.map((value) => ({ value, label: WORDS[locale].groups[value] }));

export { groupOf };
