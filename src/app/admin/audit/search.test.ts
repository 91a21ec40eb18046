import { expect, it } from 'vitest';
import { addressOf, filterOf, paramsOf, readSearch } from './search';

const read = (query: string) => readSearch(new URLSearchParams(query));

it('the address holds every filter, and what it says is read again as it was', () => {
  const search = read('q=а&person=Ель&number=63-1&group=reading&group=files&from=2026-10-01&to=2026-10-19&days=30');
  expect(filterOf(search)).toEqual({
    search: 'а',
    person: 'Ель',
    number: '63-1',
    groups: ['reading', 'files'],
    from: '2026-10-01',
    to: '2026-10-19',
  });
  const address = addressOf('/admin/audit', search, 'next');
  expect(read(address.split('?')[1] ?? '')).toEqual({ ...search, after: 'next' });
  expect(read(addressOf('/admin/audit', search).split('?')[1] ?? '')).toEqual(search);
});

it('one of the two days is enough, and what is no day or no span counts for nothing', () => {
  expect(filterOf(read('from=2026-10-01'))).toMatchObject({ from: '2026-10-01', to: null });
  expect(filterOf(read('from=2026-02-31&days=x'))).toMatchObject({ groups: [], days: 7 });
  expect(filterOf(read('days=all'))).toMatchObject({ days: null });
  expect(addressOf('/admin/audit', read(''))).toBe('/admin/audit');
});

it('a parameter that stands twice is read once, groups all', () => {
  expect(readSearch(paramsOf({ q: ['а', 'б'], group: ['files', 'reading'], days: undefined }))).toEqual({
    q: 'а',
    group: ['files', 'reading'],
  });
});
