import { once } from '@/server/once';

/** Files are held in memory while they are looked at: so many at once, the others wait their turn. */
const AT_ONCE = 3;

const state = () => once('storageTurns', () => ({ running: 0, waiting: [] as (() => void)[] }));

/** Runs work when fewer than the permitted number run already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turns = state();
  if (turns.running >= AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve));
  else turns.running += 1;
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}
