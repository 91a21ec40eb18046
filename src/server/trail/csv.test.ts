import { expect, it } from 'vitest';
import { csvCell, csvRow } from './csv';

it.each(['=1+1', '+7 900', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("http://x")'])('%j is no formula', (text) => {
  expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
});

it('quotes what would end a cell or a row', () => {
  expect(csvRow(['а;б', 'сказал "да"', 'две\nстроки', null, 'просто'])).toBe('"а;б";"сказал ""да""";"две\nстроки";;просто\r\n');
});
