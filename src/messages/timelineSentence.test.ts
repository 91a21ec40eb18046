import { describe, expect, it } from 'vitest';
import { ACTIONS, RECORD_ACTIONS } from '@/domain/procedure/actions';
import en from './timeline.en.json';
import ru from './timeline.ru.json';
import { timelineSentence } from './timelineSentence';

describe.each(['ru', 'en'] as const)('lines of a history (%s)', (locale) => {
  const known = Object.keys((locale === 'ru' ? ru : en).kind);

  it('have a sentence for every act', () => {
    expect([...ACTIONS, ...RECORD_ACTIONS].filter((kind) => !known.includes(kind))).toEqual([]);
  });

  it('are sentences without a name of a constant', () => {
    for (const kind of known) expect(timelineSentence(locale, kind, {}), kind).toMatch(/^\p{Lu}[^_]*[^.]$/u);
  });

  it('end with what they are about', () => {
    expect(timelineSentence(locale, 'form_withdrawal', { detail: 'Увольнение' })).toMatch(/: Увольнение$/u);
  });

  it('say whether the teacher agreed', () => {
    const [yes, no] = ['yes', 'no'].map((agreed) => timelineSentence(locale, 'sign_conclusion', { agreed }));
    expect(no).not.toBe(yes);
  });
});
