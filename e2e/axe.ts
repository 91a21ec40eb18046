import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Faults of WCAG 2.2 A and AA on the page as it is, one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // "Legacy" only means that the result is made on the page itself: no blank tab for each look, and no frame of ours is foreign.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Whether something stands out at the right: pixels of sideways scrolling. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Texts of the open screen that are cut: by an ellipsis, or by a number of lines. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    // The browser itself styles a chooser of files so; ours stand hidden behind a button.
    [...document.querySelectorAll<HTMLElement>('body *:not(input[type="file"])')].flatMap((element) => {
      const style = getComputedStyle(element);
      const wide = style.textOverflow === 'ellipsis' && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const tall = style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
      return wide || tall ? [(element.textContent ?? '').trim().slice(0, 60)] : [];
    }),
  );
