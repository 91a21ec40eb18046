import type { Page } from '@playwright/test';
import { type DemoLogin, expect, newPerson, signIn, test } from './fixtures';

/** Every act a help page names is a link, and the link opens a screen to the person the page speaks to: in every region, for every role of its demo. */

const REGIONS = ['chelyabinsk', 'irkutsk', 'samara', 'sverdlovsk', 'tomsk'];

/** Pages that tell a role what to do: everybody may read all of them. */
const GUIDES = ['teacher', 'school', 'coordinator', 'operator', 'expert', 'secretary', 'administrator'];

/** The pages that speak to a person of the demo. */
const PAGES: Partial<Record<DemoLogin, readonly string[]>> = {
  teacher: ['teacher', 'how-to-apply', 'what-it-is', 'terms', 'materials', 'good-file'],
  school: ['school'],
  hr: ['school'],
  'school-coordinator': ['school'],
  coordinator: ['coordinator'],
  operator: ['operator'],
  'working-group': ['operator'],
  expert: ['expert'],
  secretary: ['secretary'],
  admin: ['administrator'],
};
/** Doors for whoever is not signed in: they lead on whoever is. */
const DOORS = ['/', '/sign-in', '/access', '/register', '/activate'];
const isMember = (word: string): word is DemoLogin => word in PAGES;

test.describe.configure({ mode: 'parallel' });

/** What is wrong with the address a page leads to. */
async function faultOf(page: Page, href: string): Promise<string[]> {
  const answer = await page.request.get(href);
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(await answer.text())?.[1] ?? '';
  const path = new URL(answer.url()).pathname;
  const there = path === href || DOORS.includes(href);
  return answer.status() === 200 && heading && there ? [] : [`${href}: ${answer.status()} ${path} «${heading}»`];
}

const linksOf = (html: string): string[] => {
  const article = /<article.*?<\/article>/s.exec(html)?.[0] ?? '';
  return [...new Set([...article.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href))];
};

async function follow(page: Page, name: string, href: string): Promise<void> {
  await page.goto(`/help/${name}`);
  await page.locator(`article a[href="${href}"]`).first().click();
  await expect(page).toHaveURL((url) => url.pathname === href);
  await expect(page.locator('h1')).toBeVisible();
}

for (const region of REGIONS) {
  test(`every act that a help page of ${region} names opens to its reader`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await newPerson(browser);
    await page.goto(`/sign-in?region=${region}`);
    const logins = await page.locator('button[name="login"]').evaluateAll((cards) => cards.map((card) => card.getAttribute('value') ?? ''));
    const people = logins.map((login) => login.slice('demo-'.length, -region.length - 1)).filter(isMember);
    expect(people.length, 'people of the demo').toBeGreaterThan(4);
    const faults: string[] = [];
    for (const who of people) {
      await page.context().clearCookies();
      await signIn(page, who, region);
      for (const [index, name] of (PAGES[who] ?? []).entries()) {
        const hrefs = linksOf(await (await page.request.get(`/help/${name}`)).text());
        for (const href of hrefs) faults.push(...(await faultOf(page, href)).map((fault) => `${who}, ${name}: ${fault}`));
        // The page of one's own role is read and followed by hand.
        if (index === 0) await follow(page, name, hrefs.find((href) => !DOORS.includes(href)) ?? '');
      }
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });
}

for (const region of REGIONS) {
  test(`no help page of ${region} leads a signed-in person to a screen that is another's`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await newPerson(browser);
    const faults: string[] = [];
    for (const who of ['teacher', 'expert'] as const) {
      await page.context().clearCookies();
      await signIn(page, who, region);
      for (const name of GUIDES) {
        const answer = await page.request.get(`/help/${name}`);
        if (answer.status() === 404) continue;
        for (const href of linksOf(await answer.text()))
          faults.push(...(await faultOf(page, href)).map((fault) => `${who}, ${name}: ${fault}`));
      }
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });
}
