import type { Page } from '@playwright/test';

const faults: string[] = [];

/** A line that is no fault of ours: what a test provokes on purpose says so itself. */
const EXPECTED = [
  /Failed to load resource: net::ERR_/,
  /Failed to load resource: the server responded with a status of (400|401|403|404|413)/,
];

/** Notes console errors, uncaught errors, answers 5xx and refusals of the content policy of a page; the result takes what was noted since. */
export function watch(page: Page): () => string[] {
  const where = () => new URL(page.url()).pathname;
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.some((known) => known.test(message.text()))) faults.push(`${where()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${where()}: ${error.stack ?? error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${where()}: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return takeFaults;
}

/** Everything noted since it was last asked for. */
export const takeFaults = (): string[] => faults.splice(0);
