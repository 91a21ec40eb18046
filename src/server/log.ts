import pino from 'pino';
import { env } from './env';
import { once } from './once';

/** Structured log of this process. Never a name, address, answer or file name: ids only. */
export const log = once('log', () => pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
