import { expect, it } from 'vitest';
import { saidFilter } from './saidFilter';

it.each([
  '112-233-445 95',
  '11223344595',
  '112-233-4',
  '1122334',
  '+7 (913) 000-00-00',
  '112–233‑445 95',
  '112\u00ad233.445.95',
  '89130000000',
  'Ёлкина 112 233 445 95',
])('%s: its digits are in no line', (search) => {
  expect(JSON.stringify(saidFilter({ search, filter: { search } }))).not.toMatch(/\d{2}/);
});

it.each(['63-26-00001', '24-26-000123', '00001', 'Ёлкина', 'a.elkina@example.org', '192.0.2.17', '01a22d78-8000-7204-9570-912184421801'])(
  '%s is said as it was typed',
  (search) => {
    expect(saidFilter({ search })).toEqual({ search });
  },
);

it('days stay, and where in the list one stands is left out', () => {
  expect(saidFilter({ filter: { from: '2026-11-30', to: null }, first: 50, after: 'x', sort: 'NAME_ASC', search: '' })).toEqual({
    filter: { from: '2026-11-30', to: null },
  });
});
