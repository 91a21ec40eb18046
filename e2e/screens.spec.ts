import type { Page } from '@playwright/test';
import { type DemoLogin, expect, newPerson, signIn, test } from './fixtures';
import { glance, look, patternOf } from './look';

/**
 * Every screen of every role, found by following the links from its start page, so that none is forgotten: at 1280 and 360 px no fault of
 * WCAG 2.2 A and AA, nothing stands out sideways, one h1, a title, no console error.
 */
interface Crawl {
  who: DemoLogin | null;
  /** The first region where none is named. */
  region?: string;
  start: string;
  least: readonly string[];
}
const ROLES: readonly Crawl[] = [
  { who: null, start: '/', least: ['/'] },
  {
    who: null,
    region: 'samara',
    start: '/?region=samara',
    least: ['/', '/access', '/help', '/help/:name', '/sign-in', '/password/forgot'],
  },
  { who: null, region: 'tomsk', start: '/?region=tomsk', least: ['/register'] },
  { who: null, region: 'chelyabinsk', start: '/?region=chelyabinsk', least: ['/activate'] },
  {
    who: 'teacher',
    start: '/teacher',
    least: ['/teacher', '/teacher/applications/:id', '/teacher/portfolio/:id', '/messages', '/account'],
  },
  { who: 'school', start: '/school', least: ['/school', '/school/applications', '/school/applications/:id'] },
  { who: 'coordinator', start: '/coordinator', least: ['/coordinator', '/coordinator/applications', '/coordinator/applications/:id'] },
  {
    who: 'operator',
    start: '/operator',
    least: ['/operator', '/operator/applications', '/operator/applications/:id', '/operator/accounts', '/operator/accounts/new'],
  },
  { who: 'expert', start: '/expert', least: ['/expert', '/expert/assignments/:id'] },
  {
    who: 'secretary',
    start: '/commission',
    least: [
      '/commission',
      '/commission/applications',
      '/commission/applications/:id',
      '/commission/meetings',
      '/commission/meetings/:id',
      '/commission/meetings/:id/order',
    ],
  },
  { who: 'member', start: '/commission', least: ['/commission', '/commission/meetings'] },
  {
    who: 'admin',
    start: '/admin',
    least: ['/admin', '/admin/accounts', '/admin/audit', '/admin/letters', '/admin/procedures', '/admin/procedures/:id'],
  },
  { who: 'many', start: '/roles', least: ['/roles'] },
  // What only another region has.
  {
    who: 'coordinator',
    region: 'tomsk',
    start: '/coordinator',
    least: ['/coordinator/schedule', '/coordinator/withdrawals', '/coordinator/invitations', '/coordinator/applications/:id'],
  },
  { who: 'teacher', region: 'tomsk', start: '/teacher', least: ['/teacher/applications/:id', '/teacher/portfolio/:id'] },
  { who: 'expert', region: 'tomsk', start: '/expert', least: ['/expert'] },
  { who: 'hr', region: 'chelyabinsk', start: '/school', least: ['/school/employees', '/school/employees/new', '/school/employees/:id'] },
  { who: 'teacher', region: 'chelyabinsk', start: '/teacher', least: ['/teacher', '/teacher/card'] },
  { who: 'working-group', region: 'sverdlovsk', start: '/operator', least: ['/operator/applications/:id'] },
  { who: 'school-coordinator', region: 'sverdlovsk', start: '/school', least: ['/school/applications/:id'] },
  { who: 'expert', region: 'sverdlovsk', start: '/expert', least: ['/expert'] },
  { who: 'expert', region: 'irkutsk', start: '/expert', least: ['/expert/assignments/:id'] },
  { who: 'teacher', region: 'irkutsk', start: '/teacher', least: ['/teacher/portfolio/:id'] },
];

const SHARED = ['/start', '/messages', '/account', '/help', '/help/:name', '/', '/access', '/sign-in', '/password/forgot'];

/** Shared screens that need somebody signed in: looked at once, as the teacher. */
const OWN = ['/messages', '/account'];

test.describe.configure({ mode: 'parallel' });

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]:not([download])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(hrefs.map((href) => href.split('#')[0] ?? ''))].filter((href) => href && !/^\/(file|api|_next|kit)\b/.test(href));
}

for (const { who, region, start, least } of ROLES) {
  test(`screens of ${who ?? 'the public site'}${region ? ` of ${region}` : ''}: no WCAG 2.2 A/AA fault at 1280 and 360, nothing stands out, no console error`, async ({
    browser,
  }) => {
    test.setTimeout(150_000);
    const page = await newPerson(browser);
    if (who) await signIn(page, who, region);
    const seen = new Map<string, string>();
    const queue = [start];
    const problems: string[] = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const pattern = patternOf(next.split('?')[0] ?? next);
      if (seen.has(pattern) || (who && SHARED.includes(pattern) && !(who === 'teacher' && OWN.includes(pattern)))) continue;
      const answer = await page.goto(next);
      seen.set(pattern, next);
      if (answer?.status() !== 200) problems.push(`${next}: ${answer?.status()}`);
      queue.push(...(await linksOf(page)));
      await look(page, problems);
    }
    await page.context().close();
    const reached = [...seen.keys()];
    console.log(`    ${who ?? 'public'}: ${reached.join(' ')}`);
    expect
      .soft(
        least.filter((pattern) => !reached.includes(pattern)),
        'screens that no link leads to',
      )
      .toEqual([]);
    expect(problems).toEqual([]);
  });
}

/** Whom the walk above leaves out: looked at quickly, two records of each kind, since every one may stand in another state. */
const OTHERS: Readonly<Record<string, readonly DemoLogin[]>> = {
  chelyabinsk: ['coordinator', 'operator', 'secretary'],
  irkutsk: ['operator', 'school', 'secretary'],
  sverdlovsk: ['teacher', 'secretary'],
  tomsk: ['school-coordinator', 'operator', 'secretary'],
};
const OF_A_KIND = 2;

for (const [region, people] of Object.entries(OTHERS)) {
  test(`one yellow mark and no cut text on the screens of ${region}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await newPerson(browser);
    const problems: string[] = [];
    for (const who of people) {
      await page.context().clearCookies();
      await signIn(page, who, region);
      const seen = new Map<string, number>();
      const queue = ROLES.filter((crawl) => crawl.who === who)
        .map((crawl) => crawl.start)
        .slice(0, 1);
      const known = new Set(queue);
      for (let next = queue.shift(); next; next = queue.shift()) {
        const pattern = patternOf(next);
        if (SHARED.includes(pattern) || (seen.get(pattern) ?? 0) >= OF_A_KIND) continue;
        seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
        await page.goto(next);
        for (const link of await linksOf(page)) {
          const path = link.split('?')[0] ?? link;
          if (!known.has(path)) queue.push(path);
          known.add(path);
        }
        await glance(page, problems);
      }
      console.log(`    ${who}: ${[...seen].map(([pattern, count]) => `${pattern} ${count}`).join(', ')}`);
      expect.soft(seen.size, `kinds of screens of ${who}`).toBeGreaterThan(1);
    }
    await page.context().close();
    expect(problems).toEqual([]);
  });
}

for (const sight of ['theme.dark', 'contrast.high~text.xlarge', 'contrast.blue~spacing.wide']) {
  test(`the start pages and the grid stay readable with ${sight}`, async ({ browser, baseURL }) => {
    const problems: string[] = [];
    for (const who of ['teacher', 'expert'] as const) {
      const page = await newPerson(browser);
      await page.context().addCookies([{ name: 'sight', value: sight, url: baseURL ?? '' }]);
      await signIn(page, who);
      await page.goto(`/${who}`);
      await look(page, problems);
      if (who === 'expert') {
        await page.goto((await page.locator('a[href^="/expert/assignments/"]').first().getAttribute('href')) ?? '');
        await look(page, problems);
      }
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });
}
