import { beforeAll, expect, test } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { FrontDocument, HelpPageDocument, HelpPagesDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { anonymous, dataOf, makeRegion } from '@/testing/viewers';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

test('[SM-02] [SM-03] the front page says what it is, by which steps and terms, and how a teacher comes in', async () => {
  const front = dataOf(await execute(FrontDocument, {}, await anonymous(region))).region;
  expect(front).toMatchObject({
    label: 'Самарская область',
    teacherAccountMode: 'email_credentials',
    credentialsValidDays: 3,
    categories: ['Первая', 'Высшая'],
  });
  expect(front?.course.map((step) => step.label)).toContain('Электронное портфолио');
  expect(front?.course.find((step) => step.id === 'review')?.term).toEqual({ id: 'expert_review', amount: 10, unit: 'WORKING_DAYS' });
});

test('[SM-28] [CH-04] [IR-02] instructions of every role are there without signing in, in both languages', async () => {
  for (const language of ['ru', 'en'] as const) {
    const context = await anonymous(region, language);
    const names = dataOf(await execute(HelpPagesDocument, {}, context)).region?.pages.map((page) => page.name) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['how-to-apply', 'terms', 'materials', 'teacher', 'school', 'operator', 'expert', 'secretary']),
    );
    for (const name of names) {
      const page = dataOf(await execute(HelpPageDocument, { name }, context)).procedurePage;
      expect(page?.title).not.toBe('');
      expect(page?.body.length).toBeGreaterThan(50);
    }
  }
  expect(dataOf(await execute(HelpPageDocument, { name: '../procedure' }, await anonymous(region))).procedurePage ?? null).toBeNull();
});
