import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { beginJourney, type Land, makeLand } from '@/testing/journey';
import { as, dataOf } from '@/testing/viewers';

interface Seen {
  application: { statusLabel: string; timeline: { kind: string; fromLabel: string | null; toLabel: string | null }[] };
  applicationStatuses: { label: string; count: number }[];
}
const LOOK =
  'query ($id: UUID!) { application(id: $id) { statusLabel timeline(first: 200) { kind fromLabel toLabel } } applicationStatuses { label count } }';
const FIND = 'query ($filter: ApplicationFilter) { applications(filter: $filter) { totalCount edges { node { id } } } }';

const FOLDERS = readdirSync('procedures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => name);

/** One case of every region from the first act to the order, looked at after each: heading, history, filter and counts say one thing. */
describe.each(FOLDERS)('the words of a case in %s', (folder) => {
  let land: Land;
  let id: string;
  const look = async (language: 'ru' | 'en' = 'ru') => {
    const operator = { ...(await as('OPERATOR', { region: land.region })), language };
    return { operator, seen: dataOf(await execute<Seen, object>(LOOK, { id }, operator)) };
  };
  beforeAll(async () => {
    land = await makeLand(folder);
  });

  it('are the same in its heading, its history, the filter and the counts, after every act', async () => {
    const journey = await beginJourney(land);
    id = journey.id;
    const told = new Set<string>();
    await journey.walkTo('GRANTED', undefined, async () => {
      const { operator, seen } = await look();
      if (!seen.application) return;
      const { statusLabel, timeline } = seen.application;
      expect(timeline[0]).toMatchObject({ toLabel: statusLabel });
      expect(seen.applicationStatuses.filter(({ count }) => count > 0)).toEqual([
        expect.objectContaining({ label: statusLabel, count: 1 }),
      ]);
      if (told.has(statusLabel)) return;
      told.add(statusLabel);
      for (const { label } of seen.applicationStatuses) {
        const found = dataOf(
          await execute<{ applications: { totalCount: number } }, object>(FIND, { filter: { statusLabel: label } }, operator),
        );
        expect([label, found.applications.totalCount]).toEqual([label, label === statusLabel ? 1 : 0]);
      }
    });
    expect(told.size).toBeGreaterThan(2);
    const { seen } = await look();
    // Oldest first: each line begins where the one before has ended.
    const lines = [...seen.application.timeline].reverse();
    expect(lines.slice(1).map(({ fromLabel }) => fromLabel)).toEqual(lines.slice(0, -1).map(({ toLabel }) => toLabel));
    const english = await look('en');
    const [word] = english.seen.applicationStatuses.filter(({ count }) => count > 0);
    expect(word?.label).toBe(english.seen.application.statusLabel);
  }, 240_000);

  it('are left out, not guessed, in lines from before the words were written down', async () => {
    const { procedure } = land;
    const worded = procedure.statuses.application.find(({ labels }) => (labels?.length ?? 0) > 0)?.status;
    const plain = procedure.statuses.application.find(({ status, labels }) => status !== 'DRAFT' && !labels?.length);
    const row = { regionId: land.region.id, applicationId: id, at: new Date(), actorRole: 'SYSTEM', kind: 'schedule' };
    for (const toStatus of [plain?.status ?? null, worded ?? null]) {
      if (!toStatus) continue;
      await prisma.timelineEntry.create({ data: { ...row, id: newId(), toStatus } });
      const { seen } = await look();
      expect(seen.application.timeline[0]?.toLabel).toBe(toStatus === worded ? null : plain?.label.ru);
    }
  });
});
