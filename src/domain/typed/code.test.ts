import { describe, expect, it } from 'vitest';
import { tidyCode } from './code';
import { tidyLogin } from './login';

describe('a one-time password or code', () => {
  it.each([
    'ab2cd3ef',
    ' ab2cd3ef ',
    'AB2CD3EF',
    'ab2c d3ef',
    'ab2c-d3ef',
    'ab2cd3ef\u200b',
    '\u00a0ab2cd3ef\n',
    'ａｂ２ｃｄ３ｅｆ',
    '«ab2cd3ef».',
    'Код: ab2c d3ef',
    'Одноразовый пароль: AB2CD3EF',
  ])('%j is the same', (typed) => expect(tidyCode(typed)).toBe('ab2cd3ef'));
});

describe('a login', () => {
  it.each(['Лугайская', ' лугайская ', 'луга\u0438\u0306ская', 'луг\u00adайская\u200b', 'ЛУГАЙСКАЯ'])('%j is the same', (typed) =>
    expect(tidyLogin(typed)).toBe('лугайская'),
  );
});
