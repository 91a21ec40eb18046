import pino from 'pino';
import { env } from './env';
import { once } from './once';

/** What the log may know of an error: its kind and where it arose. The message may quote what a person typed, so it stays out. */
export function faultOf(error: unknown): { name: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const frames = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
  const code = (error as { code?: unknown }).code;
  return { name: error.name, ...(typeof code === 'string' && { code }), frames: frames.slice(0, 12) };
}

/** Structured log of this process. Never a name, address, answer or file name: ids only. */
export const log = once('log', () => pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
