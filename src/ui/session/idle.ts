/** Before the end of a session that nobody uses its person is asked. */
export const WARNING_MS = 120_000;
/** The server is told at most so often that somebody is here. */
export const TELL_MS = 60_000;
/** Who reads in a frame is not heard: a focus that stays there counts for so many of the session's limits at most. */
const READING_LIMITS = 1;

/** What the tabs of one browser know together; milliseconds of this browser's own clock. */
export interface Marks {
  /** When somebody last did something in any tab. */
  active: number;
  /** When the server was last told so. */
  told: number;
  /** When somebody last did something that the page itself heard, not only a frame had the focus. */
  heard: number;
}

export type IdleState = 'working' | 'warned' | 'ended';

/** Where a session stands after so long a silence; the server counts from what it was told, which is never earlier. */
export function idleState(now: number, { active }: Pick<Marks, 'active'>, limitMs: number): IdleState {
  const silent = now - active;
  if (silent >= limitMs) return 'ended';
  return silent >= limitMs - Math.min(WARNING_MS, limitMs / 2) ? 'warned' : 'working';
}

/** Whether the server is to hear of something it was not told yet. */
export const isToTell = (now: number, { active, told }: Pick<Marks, 'active' | 'told'>): boolean => active > told && now - told >= TELL_MS;

/** Whether a focus that lies in a frame of a visible page counts as reading. */
export const countsAsReading = (now: number, { heard }: Pick<Marks, 'heard'>, limitMs: number): boolean =>
  now - heard < READING_LIMITS * limitMs;
