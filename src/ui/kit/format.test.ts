import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  dayToInstant,
  formatDate,
  formatDateWithWeekday,
  formatDays,
  formatDaysLeft,
  formatFileSize,
  formatMoment,
  formatTableDate,
  formatTerm,
  formatTime,
  initials,
  shortName,
} from './format';

const ZONE = 'Europe/Samara';
const NOW = '2026-10-19T10:32:00Z';
const TERM = '2026-11-16T19:59:00Z';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates', () => {
  it('leave out this year and name another', () => {
    expect(formatDate(TERM, 'ru', ZONE, NOW)).toBe('16\u00a0ноября');
    expect(plain(formatDate('2027-03-24T08:00:00Z', 'ru', ZONE, NOW))).toBe('24 марта 2027');
    expect(plain(formatDate(TERM, 'en', ZONE, NOW))).toBe('16 November');
    expect(plain(formatDateWithWeekday(TERM, 'ru', ZONE, NOW))).toBe('понедельник, 16 ноября');
  });

  it('say a term with weekday, hour and zone', () => {
    expect(plain(formatTerm(TERM, 'ru', ZONE, 'по самарскому времени', NOW))).toBe('понедельника, 16 ноября, 23:59 по самарскому времени');
    expect(plain(formatTerm(TERM, 'en', ZONE, undefined, NOW))).toBe('Monday, 16 November, 23:59 (UTC+4)');
  });

  it('say today and yesterday in the zone of the region', () => {
    expect(formatMoment('2026-10-18T20:30:00Z', 'ru', ZONE, NOW)).toBe('Сегодня, 00:30');
    expect(formatMoment('2026-10-18T19:30:00Z', 'ru', ZONE, NOW)).toBe('Вчера, 23:30');
    expect(plain(formatMoment('2026-10-16T07:40:00Z', 'ru', ZONE, NOW))).toBe('16 октября, 11:40');
    expect(formatTime(TERM, 'ru', ZONE)).toBe('23:59');
  });

  it('keep a day a day in every zone', () => {
    for (const zone of ['UTC', ZONE, 'Asia/Kamchatka']) expect(formatTableDate(dayToInstant('2026-11-16'), 'UTC'), zone).toBe('16.11.2026');
    expect(daysBetween(NOW, TERM, ZONE)).toBe(28);
  });
});

describe('numbers with words', () => {
  it.each([
    [1, 'calendar', '1 день'],
    [2, 'calendar', '2 дня'],
    [11, 'calendar', '11 дней'],
    [21, 'working', '21 рабочий день'],
    [2, 'working', '2 рабочих дня'],
    [5, 'working', '5 рабочих дней'],
  ] as const)('%i %s', (count, kind, words) => {
    expect(plain(formatDays(count, 'ru', kind))).toBe(words);
  });

  it('say what is left and what is overdue', () => {
    expect(plain(formatDaysLeft(28, 'ru'))).toBe('осталось 28 дней');
    expect(plain(formatDaysLeft(1, 'ru'))).toBe('остался 1 день');
    expect(formatDaysLeft(0, 'ru')).toBe('последний день');
    expect(plain(formatDaysLeft(-1, 'ru'))).toBe('просрочено на 1 день');
    expect(plain(formatDaysLeft(2, 'en', 'working'))).toBe('2 working days left');
  });

  it.each([
    [0, '0 Б'],
    [1023, '1023 Б'],
    [219_136, '214 КБ'],
    [4_404_019, '4,2 МБ'],
    [5_242_880, '5 МБ'],
  ])('%i bytes: %s', (bytes, words) => {
    expect(plain(formatFileSize(bytes, 'ru'))).toBe(words);
  });
});

it('shortens names as people write them', () => {
  expect(shortName('Вострикова Людмила Аркадьевна')).toBe('Вострикова\u00a0Л.\u00a0А.');
  expect(shortName('Ли Анна')).toBe('Ли\u00a0А.');
  expect(initials('Вострикова Людмила Аркадьевна')).toBe('ЛВ');
});
