import { type Problem, problem } from '@/domain/problems';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** Whose password it is: what others know of a person is no password. */
export interface PasswordOwner {
  login: string;
  email: string | null;
  lastName: string;
  firstName: string;
  patronymic: string;
}

/** Words that open most guessing lists; digits and signs around them do not help. */
const COMMON = new Set(
  (
    'password passwort parol qwerty qwertyuiop qwertyqwerty asdfghjkl zxcvbnm qazwsx qazwsxedc admin administrator welcome letmein iloveyou ' +
    'monkey dragon football sunshine princess master superman default teacher school attesta attestation ' +
    'пароль парольпароль йцукен йцукенгшщз йцукенйцукен фывапролдж ячсмить любовь солнышко привет россия самара учитель школа директор ' +
    'аттестация аттеста портфолио администратор спартак максим наташа марина'
  ).split(' '),
);
const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'qwertyuiopasdfghjklzxcvbnm',
  'йцукенгшщзхъфывапролджэячсмитьбю',
];
const DATE =
  /^\D*(\d{1,2}\D\d{1,2}\D(\d{2}|(19|20)\d{2})|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}|(19|20)\d{2}\D?\d{2}\D?\d{2})\D*$/;

/** Why a password may not be chosen; empty when it may. */
export function passwordProblems(password: string, owner: PasswordOwner, path = 'next'): Problem[] {
  if ([...password].length < PASSWORD_MIN) return [problem('PASSWORD_TOO_SHORT', [path], { min: PASSWORD_MIN })];
  if ([...password].length > PASSWORD_MAX) return [problem('PASSWORD_TOO_LONG', [path], { max: PASSWORD_MAX })];
  if (isPersonal(password, owner)) return [problem('PASSWORD_PERSONAL', [path])];
  return isCommon(password) ? [problem('PASSWORD_TOO_COMMON', [path])] : [];
}

function isCommon(password: string): boolean {
  const low = password.toLowerCase();
  const letters = low.replace(/[^\p{L}]/gu, '');
  return new Set(low).size < 5 || COMMON.has(letters) || RUNS.some((run) => run.includes(low)) || repeats(low);
}

/** "абвабвабв": one short piece over and over. */
function repeats(low: string): boolean {
  return [1, 2, 3, 4, 5].some(
    (size) =>
      low
        .slice(0, size)
        .repeat(Math.ceil(low.length / size))
        .slice(0, low.length) === low,
  );
}

function isPersonal(password: string, owner: PasswordOwner): boolean {
  const low = password.toLowerCase();
  const known = [owner.login, owner.email?.split('@')[0] ?? '', owner.lastName, owner.firstName, owner.patronymic];
  return DATE.test(password) || known.some((word) => word.length >= 4 && low.includes(word.toLowerCase()));
}
