import { describe, expect, it } from 'vitest';
import { ownWord, speak, spokenIn } from '@/domain/ownWords';
import { OWN_WORDS, WORD_FORMS, type WordForm } from '@/domain/procedure/vocabulary';
import { publishedNames, publishedProcedure } from '@/procedures/testing/published';
import { messages } from './messages';
import { problemSentence } from './sentence';
import { spokenMessages } from './spokenMessages';
import { timelineSentence } from './timelineSentence';

/** The law of the regions' own words: every one is spoken, and no text has one of them fixed where the region has another. */

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}.${key}`, value]] : leaves(value, `${path}.${key}`),
  );
/** The gallery of the kit shows samples; the pages of procedures and the trail speak of any region, in the words of nobody. */
const OF_NO_REGION = ['kit', 'procedure', 'trail', 'admin'];
const textsOf = (locale: 'ru' | 'en') =>
  Object.entries(messages[locale]).flatMap(([name, tree]) => (OF_NO_REGION.includes(name) ? [] : leaves(tree as Tree, name)));
const texts = textsOf('ru');
const regions = publishedNames().map(publishedProcedure);
const spoken = texts.flatMap(([path, text]) => spokenIn(text).map((place) => ({ path, ...place })));

it('speaks every word that a region may have, and no other', () => {
  expect(new Set(spoken.map((place) => place.key))).toEqual(new Set(OWN_WORDS));
  const forms = [...spoken, ...textsOf('en').flatMap(([path, text]) => spokenIn(text).map((place) => ({ path, ...place })))];
  expect(forms.filter(({ form }) => form && !WORD_FORMS.includes(form as WordForm))).toEqual([]);
  expect(forms.filter(({ key }) => !OWN_WORDS.some((word) => word === key))).toEqual([]);
});

describe.each(regions.map((region) => ({ name: region.id, region })))('the words of $name', ({ region }) => {
  it('are each spoken by some text', () => {
    const made = JSON.stringify(spokenMessages('ru', region)).toLowerCase();
    for (const { key, label } of region.words) expect(made, key).toContain(JSON.stringify(label.ru.toLowerCase()).slice(1, -1));
  });
  it('have every form that texts put them into, where sentences are about people', () => {
    for (const key of ['teacher', 'expert']) {
      const word = ownWord(region, key, 'ru');
      const places = spoken.filter((place) => place.key === key && place.form);
      const alike = spoken.some((place) => place.key === key && !place.form && place.otherwise === word);
      const lacking = places.filter(({ form }) => !ownWord(region, key, 'ru', form as WordForm)).map(({ form }) => form);
      if (!alike) expect([key, new Set(lacking)]).toEqual([key, new Set()]);
    }
  });
  it('stand in no text that another region would read with them', () => {
    const fixed = [
      ...region.words.map((word) => word.label.ru),
      ...(['requested_category', 'portfolio'] as const).map((key) => ownWord(region, key, 'ru') ?? ''),
    ]
      .filter((word) => word.includes(' '))
      .map((word) => word.toLowerCase());
    for (const [path, text] of texts) {
      const rest = speak(text.replace(/\[[^\]|]*\|[^\]]*\]/g, '·'), null, 'ru').toLowerCase();
      expect([path, fixed.filter((word) => rest.includes(word))]).toEqual([path, []]);
    }
  });
  it('leave no mark of their places in any text', () => {
    for (const locale of ['ru', 'en'] as const) expect(JSON.stringify(spokenMessages(locale, region))).not.toMatch(/\[[a-z_.]+\|/);
  });
});

it('calls the people of a case nowhere by a fixed word', () => {
  for (const [path, text] of texts) {
    const rest = text.replace(/\[[^\]|]*\|[^\]]*\]/g, '·');
    expect([path, rest]).not.toEqual([path, expect.stringMatching(/(?<![а-яё])(педагог|эксперт|аттестуем|аттестующ)(?!ическ|из|н)/iu)]);
  }
});

describe('a sentence', () => {
  const at = (id: string) => regions.find((region) => region.id === id) ?? null;
  it('has the word in its form, small inside and great at its beginning', () => {
    expect(timelineSentence('ru', 'appoint_experts', {}, at('tomsk'))).toBe('Назначены специалисты по аттестации');
    expect(timelineSentence('ru', 'start_scoring', {}, at('sverdlovsk'))).toBe('Специалист по оценке начал оценку');
    expect(timelineSentence('ru', 'submit_portfolio', {}, at('irkutsk'))).toBe('Сдано на проверку: модельный паспорт');
    expect(problemSentence('ru', 'SAME_PERSON', {}, at('samara'))).toBe('Эксперт и аттестуемый — один человек. Выберите другого эксперта.');
    expect(problemSentence('ru', 'PANEL_FULL', {}, at('sverdlovsk'))).toMatch(
      /^Необходимое количество специалистов по оценке уже набрано\./,
    );
  });
  it('has the words of the text itself where no region is known', () => {
    expect(timelineSentence('ru', 'start_scoring', {})).toBe('Эксперт начал оценку');
    expect(problemSentence('ru', 'SAME_PERSON')).toMatch(/^Эксперт и педагог/);
  });
  it('keeps an abbreviation great', () => {
    const region = structuredClone(at('samara'));
    if (region) region.words = [{ key: 'card', label: { ru: 'РГ АК', en: 'WG' }, source: 'proposed' }];
    expect(speak('это [card|карточка]', region, 'ru')).toBe('это РГ АК');
  });
});
