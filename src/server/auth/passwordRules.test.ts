import { dictionary } from '@zxcvbn-ts/language-common';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { makeRegion } from '@/testing/viewers';
import { inLatinLayout } from './keyboard';
import { PASSWORD_MIN, passwordProblems } from './passwordRules';

const owner = {
  login: 'kedrova.a',
  email: 'alevtina.k@school.example',
  lastName: 'Кедрова',
  firstName: 'Алевтина',
  patronymic: 'Игоревна',
};
const codeOf = async (password: string) => (await passwordProblems(password, owner))[0]?.code ?? null;

beforeAll(async () => {
  await makeRegion('samara');
});

test.each([
  'P@ssw0rd2026',
  'zaq12wsxcde3',
  'Samara2026!!',
  'trustno1trustno1',
  'ghbdtnghbdtn1',
  '1q2w3e4r5t',
  'qwertyuiop12',
  'Qwerty2026!!',
  'Gfhjkm123456',
  'Пароль2026!!',
  'Самара-2026!',
  'йцукенгшщз12',
  'Учитель2026!',
  'uchitel12345',
  'Portfolio2026',
  'февраль2026г',
  'fnntcnfwbz1',
  'Аттестация1!',
  '1й2ц3у4к5е',
  'солнышко2010',
  'Dfktynbyf123',
  'самарская область',
  'aaaaaaaaaaaaaaaaaaaa',
  'абвгдеёжзийклмн',
  '987654321098765',
  'фывапролджэ',
  'ячсмитьбю.123',
])('[S19] %s is easy to guess', async (password) => {
  expect(await codeOf(password)).toBe('PASSWORD_TOO_COMMON');
});

test.each(['Кедрова-и-сад', 'Rtlhjdf2026!', 'alevtina.k777', 'kedrova.a в школе', 'мой КЕДРОВА пароль', '01.02.1970'])(
  '%s holds what others know of its owner, in either layout',
  async (password) => {
    expect(await codeOf(password)).toBe('PASSWORD_PERSONAL');
  },
);

test.each([
  'сорок парт у окна',
  'синий автобус едет',
  'три кита плывут на восток',
  'на подоконнике цветёт герань',
  'Чай с мятой и чабрецом',
  'rain over the quiet harbour',
  'v7-Kq2-mzR-x9',
  'hcdktr xnj',
  'кошка спит на шкафу',
  'дом с зелёной крышей',
  'тётя Мотя варит кашу',
])('%s is a good password', async (password) => {
  expect(await codeOf(password)).toBeNull();
});

describe('the 10,000 most used passwords', () => {
  it('are refused, by length or by name, also typed with the Russian keys and in capitals', async () => {
    const used = dictionary['passwords-common'].slice(0, 10_000);
    expect(used).toHaveLength(10_000);
    for (const password of used) {
      const code = await codeOf(password);
      expect(code, password).toBe([...password].length < PASSWORD_MIN ? 'PASSWORD_TOO_SHORT' : (code ?? 'accepted'));
      expect(code, password).not.toBeNull();
    }
    for (const password of used.filter((word) => word.length >= PASSWORD_MIN)) {
      expect(await codeOf(password.toUpperCase()), password).not.toBeNull();
      expect(await codeOf(inLatinLayout(password)), password).not.toBeNull();
    }
  });
});

/** Unbounded guessing takes minutes over these: the test's own time limit ends it. */
it.each(['4@$1!0', 'a4@', 'qwe', '((((', 'йцу1', 'zxcvbnm,./', '1a2b3c4d5e6f7g8h'])(
  'a hostile one of 200 characters, %s again and again, is judged in a bounded time',
  async (piece) => {
    expect(await codeOf(piece.repeat(200).slice(0, 200))).toBeOneOf([null, 'PASSWORD_TOO_COMMON']);
  },
);
