import { describe, expect, it } from 'vitest';
import { nameProblem, nameProblems, tidyName } from './personName';

const codes = (name: string) => nameProblem(tidyName(name), ['lastName']).map((p) => p.code);

describe('a name of a person', () => {
  it.each([
    'Ёлкина',
    'Салтыков-Щедрин',
    'д’Арк',
    "O'Neill",
    'Мамедов Али оглы',
    'Иванова (Петрова)',
    'А. Б.',
    'фон дер Лейен',
    'Ә́лия',
    'Łukasz',
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
  it('is at most a hundred characters', () => {
    expect(codes('я'.repeat(100))).toEqual([]);
    expect(codes('я'.repeat(101))).toEqual(['VALUE_TOO_LONG']);
  });
  it('keeps no line break, no invisible and no direction character', () =>
    expect(tidyName(' Зло\r\nBcc \u202e\u200b Иван\t')).toBe('Зло Bcc Иван'));
  it('is asked for but the patronymic', () =>
    expect(nameProblems({ lastName: ' \n', firstName: '', patronymic: '' }).map((p) => p.path[0])).toEqual(['lastName', 'firstName']));
});
