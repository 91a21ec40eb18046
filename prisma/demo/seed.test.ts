import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { hasPassword } from '@/server/auth/passwords';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { loadRegion } from '../../graphql/portfolio/portfolio.fixture';
import { makeTeacher, seedPeople } from './people';

/** What keeps the demo out of real data: the seed's own refusal, and people whom no password opens. */

beforeAll(() => execFileSync(process.execPath, [path.resolve('scripts/bundle.mjs'), 'seed']), 120_000);

const seed = (DEMO: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.resolve('dist/seed.mjs'), ...args], { env: { ...process.env, DEMO }, encoding: 'utf8' });

it.each([
  ['DEMO is off', '0', ['--demo']],
  ['nobody has said --demo', '1', []],
])(
  'the seed fills nothing in when %s',
  async (_, demo, args) => {
    await loadRegion();
    const { status, stdout } = seed(demo, ...args);
    expect([status, stdout]).toEqual([1, expect.stringContaining('DEMO=1 and the option --demo')]);
    expect(await prisma.account.count()).toBe(0);
  },
  120_000,
);

it('nobody of the demo has a password, and everybody is known as its person', async () => {
  const region = await loadRegion();
  const { procedure } = await getCurrentProcedure(region.id);
  await seedPeople(region, procedure);
  await makeTeacher(region, 1, 'Ёжикова Анна Сергеевна');
  const people = await prisma.account.findMany();
  expect(people.length).toBeGreaterThan(20);
  expect(people.filter(({ demo, passwordHash }) => !demo || hasPassword(passwordHash))).toEqual([]);
});
