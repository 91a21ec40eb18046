import { describe, expect, it } from 'vitest';
import { emailProblems, parseEmail } from './email';

const reasonOf = (typed: string) => emailProblems(typed, ['email']).map(({ code, params }) => `${code} ${params?.reason ?? ''}`.trim());

describe('an e-mail address', () => {
  it.each([
    ['belousova@школа12.рф', 'belousova@xn--12-6kc3bfr2e.xn--p1ai'],
    ['Belousova@ШКОЛА12.РФ', 'belousova@xn--12-6kc3bfr2e.xn--p1ai'],
    ['belousova@xn--12-6kc3bfr2e.xn--p1ai', 'belousova@xn--12-6kc3bfr2e.xn--p1ai'],
    ['info@дети.онлайн.рф', 'info@xn--d1acj3b.xn--80asehdb.xn--p1ai'],
    [' Ivanova@Mail.ru ', 'ivanova@mail.ru'],
    ['ivanova\u200b@mail.ru', 'ivanova@mail.ru'],
    ['iva\u00adnova@mail.ru', 'ivanova@mail.ru'],
    ['\ufeffivanova@mail.ru', 'ivanova@mail.ru'],
    ['\u00a0ivanova@mail.ru\u00a0', 'ivanova@mail.ru'],
    ['mailto:ivanova@mail.ru', 'ivanova@mail.ru'],
    ['<ivanova@mail.ru>', 'ivanova@mail.ru'],
    ['ivanova@mail.ru.', 'ivanova@mail.ru'],
    ['ivanova@mail.ru,', 'ivanova@mail.ru'],
    ['ivanova＠mail．ru', 'ivanova@mail.ru'],
    ['Иванова Анна <ivanova@mail.ru>', 'ivanova@mail.ru'],
    ['«ivanova@mail.ru»', 'ivanova@mail.ru'],
    ['"ivanova@mail.ru";', 'ivanova@mail.ru'],
    ['(ivanova@mail.ru)', 'ivanova@mail.ru'],
    ['эл. почта: ivanova@mail.ru', 'ivanova@mail.ru'],
    ['ivanova@mail.ru (рабочая)', 'ivanova@mail.ru'],
    ['mailto:ivanova@mail.ru?subject=x', 'ivanova@mail.ru'],
    ['IVANOVA@ПОЧТА.РФ.', 'ivanova@xn--80a1acny.xn--p1ai'],
    ["o'neill+school.12@a-b.example", "o'neill+school.12@a-b.example"],
    ['i@sch1.edu54.ru', 'i@sch1.edu54.ru'],
  ])('%j is %s', (typed, stored) => {
    expect(parseEmail(typed)).toBe(stored);
    expect(parseEmail(stored)).toBe(stored);
  });

  it.each([
    ['', 'REQUIRED'],
    [' \u200b ', 'REQUIRED'],
    ['не почта', 'EMAIL_INVALID at'],
    ['ivanova', 'EMAIL_INVALID at'],
    ['ivanova@mail.ru, petrova@mail.ru', 'EMAIL_INVALID spaces'],
    ['ivanova @mail.ru', 'EMAIL_INVALID spaces'],
    ['ivanova@school@mail.ru', 'EMAIL_INVALID two'],
    // The second letter of the domain is Cyrillic.
    ['ivanova@mаil.ru', 'EMAIL_INVALID mixed'],
    ['ivаnova@mail.ru', 'EMAIL_INVALID mixed'],
    ['иванова@школа12.рф', 'EMAIL_INVALID foreign'],
    ['ivanova@', 'EMAIL_INVALID domain'],
    ['ivanova@mail', 'EMAIL_INVALID domain'],
    ['@mail.ru', 'EMAIL_INVALID other'],
    ['ivanova@.ru', 'EMAIL_INVALID other'],
    ['ivanova@mail..ru', 'EMAIL_INVALID other'],
    ['.ivanova@mail.ru', 'EMAIL_INVALID other'],
    ['ivanova@192.168.1.1', 'EMAIL_INVALID other'],
    ['ivanova@-mail.ru', 'EMAIL_INVALID other'],
    [`${'a'.repeat(65)}@mail.ru`, 'EMAIL_INVALID other'],
  ])('%j is none: %s', (typed, why) => {
    expect(parseEmail(typed)).toBeNull();
    expect(reasonOf(typed)).toEqual([why]);
  });
});
