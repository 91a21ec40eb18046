import { describe, expect, it } from 'vitest';
import { decideDemo, outsideServices } from './demo.mjs';

const start = { asked: undefined as string | undefined, flag: false, outside: [] as string[], real: false };
const outside = ['DATABASE_URL'];

describe('a start is a demo', () => {
  it.each([
    ['over data of its own', {}],
    ['over data of its own, asked for', { asked: '1' }],
    ['over an outside database, by the flag', { outside, flag: true }],
    ['over an outside database, by the flag and DEMO=1', { outside, flag: true, asked: '1' }],
    ['over local data that were begun without one, by the flag', { real: true, flag: true }],
  ])('%s', (_, more) => {
    expect(decideDemo({ ...start, ...more })).toBe(true);
  });
});

describe('a start is none', () => {
  it.each([
    ['with DEMO=0', { asked: '0' }],
    ['over an outside database', { outside }],
    ['over an outside store', { outside: ['S3_ENDPOINT'] }],
    ['over local data that were begun without one', { real: true }],
  ])('%s', (_, more) => {
    expect(decideDemo({ ...start, ...more })).toBe(false);
  });

  it.each([
    ['DEMO=1 over an outside database', { asked: '1', outside }],
    ['DEMO=1 over an outside store', { asked: '1', outside: ['S3_ENDPOINT'] }],
    ['DEMO=1 over local data that were begun without one', { asked: '1', real: true }],
    ['--demo with DEMO=0', { asked: '0', flag: true }],
  ])('and stops with what to do: %s', (_, more) => {
    expect(() => decideDemo({ ...start, ...more })).toThrow(expect.objectContaining({ advice: expect.stringMatching(/--demo|leave one/) }));
  });
});

it('a database and a store of somebody’s are known by their variables', () => {
  expect(outsideServices({ DATABASE_URL: 'postgresql://db/a', S3_ENDPOINT: '', SMTP_URL: 'smtp://mail' })).toEqual(['DATABASE_URL']);
});
