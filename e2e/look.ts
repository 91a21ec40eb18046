import { expect, type Page } from '@playwright/test';
import { axeFaults, cutTexts, sidewaysOverflow } from './axe';
import { takeFaults } from './watch';

/** The address without what differs from record to record. */
export const patternOf = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/^\/help\/[^/]+$/, '/help/:name');

/** The bookmark says «your move» once on a screen: a card, or a chip where there is none. */
async function lookAtMarks(page: Page, say: (text: string) => void): Promise<void> {
  const marks = await page.locator('section.move:visible, .chip-mark:visible').count();
  if (marks > 1) say(`${marks} yellow marks`);
}

/** The quick look: marks and cut texts alone, at 1280 and 360 px. */
export async function glance(page: Page, problems: string[]): Promise<void> {
  const where = new URL(page.url()).pathname;
  const say = (text: string) => problems.push(`${where}: ${text}`);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const text of await cutTexts(page)) say(`cut at ${width}: ${text}`);
    await lookAtMarks(page, say);
  }
  for (const fault of takeFaults()) say(fault);
}

/** Adds to `problems` what is wrong with the screen that is open: at 1280 and 360 px. */
export async function look(page: Page, problems: string[]): Promise<void> {
  const where = patternOf(new URL(page.url()).pathname);
  const say = (text: string) => problems.push(`${where}: ${text}`);
  if ((await page.locator('h1').count()) !== 1) say(`${await page.locator('h1').count()} h1`);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) say(`${overflow} px stand out at ${width}`);
    for (const text of await cutTexts(page)) say(`cut at ${width}: ${text}`);
    await lookAtMarks(page, say);
    for (const part of await page.locator('section.move, .actions').all())
      if ((await part.locator('.btn-primary').filter({ visible: true }).count()) > 1) say(`two filled buttons: ${await part.innerText()}`);
    // The title may be streamed after the text, and that of the page before it goes first.
    await expect(page)
      .toHaveTitle(/\S/, { timeout: 5_000 })
      .catch(() => say('no title'));
    for (const fault of await axeFaults(page)) say(`at ${width}: ${fault}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const fault of takeFaults()) say(fault);
}
