import { beforeAll, describe, expect, it } from 'vitest';
import { CasesDocument, SchedulePageDocument, StaffCaseDocument, StaffStartDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { as, dataOf, makePlace, makeRegion } from '@/testing/viewers';
import { ask, makeSent } from './schedule.fixture';

/** The documents of the staff's screens, whole, in regions that differ. */
describe('screens of staff', () => {
  const people: [string, 'COORDINATOR' | 'OPERATOR' | 'WORKING_GROUP'][] = [
    ['tomsk', 'COORDINATOR'],
    ['tomsk', 'OPERATOR'],
    ['sverdlovsk', 'WORKING_GROUP'],
    ['irkutsk', 'OPERATOR'],
    ['chelyabinsk', 'COORDINATOR'],
  ];
  const found = new Map<string, { who: GraphQLContext; id: string }>();
  beforeAll(async () => {
    for (const [folder, role] of people) {
      const region = await makeRegion(folder);
      const place = await makePlace(region);
      const { id } = await makeSent(region, place, { status: folder === 'tomsk' ? 'PREPARATION' : 'REGISTERED' });
      found.set(folder + role, { who: await as(role, { region, place }), id });
    }
  });

  it.each(people)('%s: %s reads the start page, the list and the case', async (folder, role) => {
    const { who, id } = found.get(folder + role) ?? { who: null, id: '' };
    if (!who) throw new Error('nobody');
    const start = dataOf(await ask<{ waiting: unknown[] }>(who, String(StaffStartDocument), { askedSchool: ['ASKED'] }));
    expect(start.waiting.length).toBeGreaterThan(0);
    const list = dataOf(
      await ask<{ applications: { edges: unknown[] } }>(who, String(CasesDocument), { filter: {}, sort: 'CHANGED_DESC', after: null }),
    );
    expect(list.applications.edges.length).toBeGreaterThan(0);
    const { application } = dataOf(await ask<{ application: { whoseMove: { yours: boolean }[] } }>(who, String(StaffCaseDocument), { id }));
    expect(application.whoseMove[0]?.yours).toBe(true);
    if (folder.startsWith('tomsk')) {
      const page = dataOf(
        await ask<{ attestationPeriods: unknown[] }>(who, String(SchedulePageDocument), { periodId: null, waiting: true }),
      );
      expect(page.attestationPeriods.length).toBeGreaterThan(8);
    }
  });
});
