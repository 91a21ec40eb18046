import { expect, it } from 'vitest';
import { foldLines } from './fold';

const save = (id: string, foldKey: string | null, label: string, from: string | null, to: string | null) => ({
  id,
  at: `2026-10-19T10:${id}:00Z`,
  foldKey,
  changes: [{ label, from, to, hidden: false }],
});

it('neighbouring saves of one session are one line with one change a field, from the oldest value to the newest', () => {
  const [first, ...rest] = foldLines([
    save('21', 'a', 'Стаж', '16', '17'),
    save('18', 'a', 'Образование', null, 'высшее'),
    save('15', 'a', 'Стаж', '15', '16'),
    save('14', 'b', 'Стаж', '1', '2'),
    save('13', null, 'Иное', null, null),
    save('12', null, 'Иное', null, null),
  ]);
  expect(first).toMatchObject({ count: 3, since: '2026-10-19T10:15:00Z', line: { id: '21' } });
  expect(first?.changes.map(({ label, from, to }) => [label, from, to])).toEqual([
    ['Стаж', '15', '17'],
    ['Образование', null, 'высшее'],
  ]);
  expect(rest.map(({ line, count }) => [line.id, count])).toEqual([
    ['14', 1],
    ['13', 1],
    ['12', 1],
  ]);
});
