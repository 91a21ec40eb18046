import { stripVTControlCharacters } from 'node:util';
import { faultOf, log } from './log';
import { once } from './once';

const LEVELS = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug', trace: 'debug' } as const;
/** What a line of somebody else's may quote. */
const MOST = 300;

/** What a package wrote, as one text without colours; errors and objects may hold what a person typed and stay out. */
export const consoleText = (written: readonly unknown[]): string =>
  stripVTControlCharacters(written.filter((one) => typeof one === 'string' || typeof one === 'number').join(' '))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST);

/** Makes every line that Next or a package writes to the console, and every warning of Node, one line of the log: one stream, in one form. */
export function logConsole(): void {
  once('logConsole', () => {
    for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, (typeof LEVELS)[keyof typeof LEVELS]][])
      console[method] = (...written: unknown[]) => {
        const error = written.find((one) => one instanceof Error);
        const text = consoleText(written);
        if (error || text) log[level]({ from: 'console', ...(error && faultOf(error)) }, text);
      };
    process.removeAllListeners('warning');
    process.on('warning', (warning) => log.warn({ from: 'node', ...faultOf(warning) }));
  });
}
