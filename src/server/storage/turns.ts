import { once } from '@/server/once';

/** Files are held in memory while they are looked at: so many at once, the others wait their turn. */
const AT_ONCE = 3;

interface Turns {
  running: number;
  /** Who waits, by person, in the order in which persons are served. */
  waiting: Map<string, (() => void)[]>;
}

const state = () => once('storageTurns', (): Turns => ({ running: 0, waiting: new Map() }));

/** Whose turn is next: the one person's first, and then that person goes behind all others. */
function nextOf({ waiting }: Turns): (() => void) | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  const [person, line] = first;
  const next = line.shift();
  waiting.delete(person);
  if (line.length > 0) waiting.set(person, line);
  return next;
}

/** Runs a person's work when fewer than the permitted number run already; one person's many files do not hold up another's one. */
export async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
  const turns = state();
  if (turns.running < AT_ONCE) turns.running += 1;
  else
    await new Promise<void>((resolve) => {
      turns.waiting.set(person, [...(turns.waiting.get(person) ?? []), resolve]);
    });
  try {
    return await work();
  } finally {
    const next = nextOf(turns);
    if (next) next();
    else turns.running -= 1;
  }
}
