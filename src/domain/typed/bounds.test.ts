import { describe, expect, it } from 'vitest';
import { problemSentence } from '@/messages/sentence';
import type { FieldValue } from '../case/facts';
import { boundsProblems } from './bounds';

const on = { today: '2026-11-30', birth: '1984-05-17' };
const nobody = { today: '2026-11-30' };

describe('what a value means bounds it', () => {
  it.each<[string, FieldValue & (string | number), typeof nobody, boolean]>([
    ['birth', '2008-11-30', nobody, true],
    ['birth', '2008-12-01', nobody, false],
    ['birth', '2035-01-01', nobody, false],
    ['birth', '1926-11-30', nobody, true],
    ['birth', '1926-11-29', nobody, false],
    ['birth', '1850-01-01', nobody, false],
    ['appointment', '2026-11-30', on, true],
    ['appointment', '2026-12-01', on, false],
    ['appointment', '2090-01-01', on, false],
    ['appointment', '1998-05-17', on, true],
    ['appointment', '1998-05-16', on, false],
    ['appointment', '1960-09-01', nobody, true],
    ['diploma', 2026, on, true],
    ['diploma', 2027, on, false],
    ['diploma', 3050, nobody, false],
    ['diploma', 1998, on, true],
    ['diploma', 1997, on, false],
    ['diploma', '2007-06-30', on, true],
    ['experience', 0, on, true],
    ['experience', 28, on, true],
    ['experience', 29, on, false],
    ['experience', -1, on, false],
    ['experience', 86, nobody, true],
    ['experience', 999, nobody, false],
    ['category_end', '2000-01-01', on, true],
    ['category_end', '1999-12-31', on, false],
    ['category_end', '2032-11-30', on, true],
    ['category_end', '2032-12-01', on, false],
    ['category_end', '2999-01-01', on, false],
    ['a word nobody knows', '2999-01-01', on, true],
  ])('%s %s: %j', (means, value, given, good) => expect(boundsProblems(means, value, given, ['x'])).toHaveLength(good ? 0 : 1));

  it('a leap day counts as 28 February in a year without one', () =>
    expect(boundsProblems('birth', '2010-02-28', { today: '2028-02-29' }, [])).toEqual([]));

  it.each<[string, string | number, RegExp]>([
    ['birth', '2035-01-01', /^Младше 18 лет быть не может: .*30.ноября 2008/],
    ['birth', '1850-01-01', /^Старше 100 лет быть не может: .*30.ноября 1926/],
    ['appointment', '2090-01-01', /^День назначения ещё не наступил/],
    ['appointment', '1990-01-01', /^Назначение раньше 14 лет/],
    ['diploma', 3050, /^Образование ещё не получено/],
    ['experience', 999, /^Стаж не может быть больше 28 лет/],
    ['category_end', '2999-01-01', /^Категорию не устанавливают так надолго/],
    ['category_end', '1990-01-01', /^Срок категории не раньше/],
  ])('%s %s is refused in its own words', (means, value, said) => {
    const [refused] = boundsProblems(means, value, on, ['x']);
    expect(refused && problemSentence('ru', refused.code, refused.params)).toMatch(said);
  });
});
