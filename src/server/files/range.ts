/** First and last byte of a part, both counted. */
export interface Part {
  first: number;
  last: number;
}

/**
 * What a Range header asks for of a file of so many bytes: one part, `whole` where there is no header or one this server need not understand
 * (several parts, another unit), `outside` where the file has no such bytes.
 */
export function readRange(header: string | undefined, size: number): Part | 'whole' | 'outside' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') return Number(to) === 0 ? 'outside' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first < size ? { first, last } : 'outside';
}
