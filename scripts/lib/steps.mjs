import { isStopping } from './children.mjs';

const colours = process.stdout.isTTY;
const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

/** What went wrong and what the person at the keyboard can do about it. */
export class StepFailure extends Error {
  constructor(message, advice, options) {
    super(message, options);
    this.advice = advice;
  }
}

/** Seconds with one decimal, as printed beside every step. */
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** One line of the run's log. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step and prints its line: what, how long, what came of it.
 * `work` gets `progress(text)`, which prints at most one line per five seconds so that a long step never looks stuck.
 */
export async function step(title, work, advice) {
  const start = Date.now();
  let spoken = start;
  say(`${paint('36', '▸')} ${title}`);
  const progress = (text) => {
    if (Date.now() - spoken < 5000) return;
    spoken = Date.now();
    say(`    ${text} (${seconds(start)})`);
  };
  try {
    const result = await work(progress);
    const note = typeof result === 'string' ? `: ${result}` : (result?.note ?? '') && `: ${result.note}`;
    say(`${paint('32', '✓')} ${title}${note} (${seconds(start)})`);
    return result;
  } catch (error) {
    // A step that fails because everything is being stopped is no failure to explain.
    if (isStopping()) return new Promise(() => {});
    say(`${paint('31', '✗')} ${title} (${seconds(start)})`);
    say(`    ${error.message}`);
    const failure = error instanceof StepFailure ? error : new StepFailure(error.message, advice, { cause: error });
    failure.said = true;
    throw failure;
  }
}

/** Prints what failed, unless the step's own line has said it, and the advice. */
export function printFailure(error) {
  if (!(error instanceof StepFailure)) say(error?.stack ?? String(error));
  else if (!error.said) say(`${paint('31', '✗')} ${error.message}`);
  if (error?.advice) say(`\n  ${paint('33', 'What to do:')} ${error.advice}`);
}
