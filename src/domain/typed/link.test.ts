import { describe, expect, it } from 'vitest';
import { parseLink } from './link';

describe('a link', () => {
  it.each([
    ['https://disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['www.school12.ru', 'https://www.school12.ru'],
    ['школа12.рф/портфолио', 'https://школа12.рф/портфолио'],
    ['https://школа12.рф', 'https://школа12.рф'],
    ['школа-12.рф:8080/a?b=c#d', 'https://школа-12.рф:8080/a?b=c#d'],
    [' http://example.org/a\u200b ', 'http://example.org/a'],
    ['<https://example.org>', 'https://example.org'],
    ['disk.yandex.ru/d/x.', 'https://disk.yandex.ru/d/x'],
    ['https://disk.yandex.ru/d/x,', 'https://disk.yandex.ru/d/x'],
    ['Ссылка на папку: https://disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['«https://disk.yandex.ru/d/x»', 'https://disk.yandex.ru/d/x'],
    ['(https://disk.yandex.ru/d/x)', 'https://disk.yandex.ru/d/x'],
    ['https://ru.wikipedia.org/wiki/Урок_(занятие)', 'https://ru.wikipedia.org/wiki/Урок_(занятие)'],
    ['https//disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['https:/disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['Ссылка: «https://disk.yandex.ru/d/x».', 'https://disk.yandex.ru/d/x'],
    ['vk.com/wall-1_2', 'https://vk.com/wall-1_2'],
  ])('%j opens as %s', (typed, link) => expect(parseLink(typed)).toBe(link));

  it.each([
    'file:///F:/Грамота.docx',
    'file:///home/user/a.pdf',
    'C:\\Документы\\Грамота.docx',
    'D:/Грамота.docx',
    '\\\\server\\папка',
    '/home/user/a.pdf',
    './a.pdf',
    'Грамота.docx',
    'фото.jpg',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://school.ru/a',
    'localhost/a',
    '192.168.1.1/a',
    '127.0.0.1',
    'ivanova@mail.ru',
    'user:pass@site.ru',
    'яnдекс.рф',
    'смотрите сайт школы',
    '',
  ])('%j is none', (typed) => expect(parseLink(typed)).toBeNull());
});
