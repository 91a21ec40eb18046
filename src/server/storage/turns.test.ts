import { expect, test } from 'vitest';
import { inTurn } from './turns';

test('three work at a time, and one person with many files does not hold up another with one', async () => {
  const begun: string[] = [];
  let running = 0;
  let most = 0;
  const work = (person: string, file: string) =>
    inTurn(person, async () => {
      begun.push(file);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
    });
  const annas = Array.from({ length: 8 }, (_, i) => work('Анна', `А${i}`));
  await Promise.all([...annas, work('Борис', 'Б0'), work('Борис', 'Б1'), work('Вера', 'В0')]);
  expect(most).toBe(3);
  expect(begun).toEqual(['А0', 'А1', 'А2', 'А3', 'Б0', 'В0', 'А4', 'Б1', 'А5', 'А6', 'А7']);
});

test('a turn that fails is given on', async () => {
  await Promise.allSettled(Array.from({ length: 9 }, () => inTurn('Анна', () => Promise.reject(new Error('planted')))));
  expect(await inTurn('Анна', async () => 'done')).toBe('done');
});
