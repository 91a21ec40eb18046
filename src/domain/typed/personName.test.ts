import { describe, expect, it } from 'vitest';
import { nameProblem, nameProblems, tidyName } from './personName';

const codes = (name: string) => nameProblem(tidyName(name), ['lastName']).map((p) => p.code);

describe('a name of a person', () => {
  it.each([
    'Ёлкина',
    'Салтыков-Щедрин',
    'д’Арк',
    'О’Нил',
    "О'Нил",
    'Мамед-заде',
    'Мамед–Заде',
    'де ла Крус',
    'Кызы Айгуль',
    'Анна-Мария Луиза',
    'Ольга  Ивановна',
    'Мамедов Али оглы',
    'Иванова (Петрова)',
    'А. Б.',
    'фон дер Лейен',
    'Ә́лия',
  ])('%s is one', (name) => expect(codes(name)).toEqual([]));
  it.each([
    'https://evil.example',
    'www.evil.ru',
    'Зайдите на evil.ru',
    'a@b.ru',
    '<b>Зло</b>',
    '{{account.password}}',
    'Зло; drop',
    'mailto:x',
    '[ссылка](x)',
  ])('%s is none', (name) => expect(codes(name)).toEqual(['NAME_INVALID']));
  it.each<[string, string, string | undefined]>([
    ['Ivanova', 'foreign', undefined],
    ['Łukasz', 'foreign', undefined],
    // Latin «a» and «o» among Cyrillic letters.
    ['Ивaнoва', 'mixed', 'Иванова'],
    ['Cмирнова', 'mixed', 'Смирнова'],
    ['иванoва', 'mixed', 'Иванова'],
    ['Zахарова', 'foreign', undefined],
    ['Рябинина2', 'digits', undefined],
    ['123', 'digits', undefined],
    ['-', 'letters', undefined],
    ['’', 'letters', undefined],
    ['...', 'letters', undefined],
    ['Иванова, Анна', 'marks', undefined],
    ['№ 5', 'marks', undefined],
  ])('%s is none: %s', (typed, reason, offer) =>
    expect(nameProblem(tidyName(typed), ['lastName'])).toEqual([
      { code: 'NAME_INVALID', path: ['lastName'], params: offer ? { reason, offer } : { reason } },
    ]),
  );

  it.each([
    ['Лугов\u00adская', 'Луговская'],
    ['Речкина\u200b', 'Речкина'],
    ['\u200b', ''],
    ['\u3164\u2800', ''],
    ['Луга\u0438\u0306ская', 'Лугайская'],
    [' Салтыков – Щедрин ', 'Салтыков-Щедрин'],
    ["О'Нил", 'О’Нил'],
    ['петровна', 'Петровна'],
    ['ёлкина', 'Ёлкина'],
    ['салтыков-щедрин', 'Салтыков-Щедрин'],
    ['анна мария', 'Анна Мария'],
    ['али оглы', 'Али оглы'],
    ['мамед-заде', 'Мамед-заде'],
    ['о’нил', 'О’Нил'],
    ['дем’янчук', 'Дем’янчук'],
    // Somebody chose these letters.
    ['де ла Крус', 'де ла Крус'],
    ['ИВАНОВА', 'ИВАНОВА'],
    ['«Иванова»', 'Иванова'],
    ['"Иванова",', 'Иванова'],
    ['Иванова.', 'Иванова'],
    ['Анна-', 'Анна'],
    ['А. Б.', 'А. Б.'],
    ['Анна М.', 'Анна М.'],
    ['Салтыкова—Щедрина', 'Салтыкова-Щедрина'],
    ['Лугов\u2011ская', 'Лугов-ская'],
  ])('%j is stored as %s', (typed, stored) => expect(tidyName(typed)).toBe(stored));

  it('that is kept already does not stand in the way of the rest of the form', () => {
    const kept = { lastName: 'Ivanova', firstName: 'Anna', patronymic: '' };
    expect(nameProblems(kept, kept)).toEqual([]);
    expect(nameProblems({ ...kept, lastName: 'Petrova' }, kept).map((p) => p.path[0])).toEqual(['lastName']);
  });

  it('is at most a hundred characters', () => {
    expect(codes('я'.repeat(100))).toEqual([]);
    expect(codes('я'.repeat(101))).toEqual(['VALUE_TOO_LONG']);
  });
  it('keeps no line break, no invisible and no direction character', () =>
    expect(tidyName(' Зло\r\nBcc \u202e\u200b Иван\t')).toBe('Зло Bcc Иван'));
  it('is asked for but the patronymic', () =>
    expect(nameProblems({ lastName: ' \n', firstName: '', patronymic: '' }).map((p) => p.path[0])).toEqual(['lastName', 'firstName']));
});
