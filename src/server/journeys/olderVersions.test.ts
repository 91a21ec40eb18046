import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFolders, findNewest } from '@/procedures/read';
import { PUBLISHED } from '@/procedures/testing/publishedChecksums';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { beginJourney, makeLand } from '@/testing/journey';
import { makeRegion } from '@/testing/viewers';

const newest = findNewest('procedures');
const older = findFolders('procedures').filter((folder) => !newest.includes(folder));

describe.each(older.map((folder) => ({ region: basename(dirname(folder)), version: basename(folder) })))('$region $version', (old) => {
  it('is stored as it was; a newer version is loaded beside it, new cases begin on that one and a running case ends on its own', async () => {
    const name = `${old.region}/${old.version}`;
    const land = await makeLand(name);
    const stored = await prisma.procedureVersion.findFirstOrThrow({ where: { regionId: land.region.id, version: old.version } });
    expect(stored.checksum).toBe(PUBLISHED[name]);
    // A version tried before has brought the newest along: the day before that one was loaded comes back.
    const before = await prisma.region.update({ where: { id: land.region.id }, data: { currentVersionId: stored.id } });
    const { procedure } = await getCurrentProcedure(before.id);
    const running = await beginJourney({ ...land, region: before, procedure });

    const region = await makeRegion(old.region);
    expect(region.currentVersionId).not.toBe(stored.id);
    await makeRegion(name);
    expect(await prisma.procedureVersion.findUniqueOrThrow({ where: { id: stored.id } })).toEqual(stored);
    const begun = await beginJourney({ ...land, region });
    expect(await versionOf(begun.id)).toBe(region.currentVersionId);

    await running.walkTo('GRANTED');
    expect((await running.status()).status).toBe('GRANTED');
    expect(await versionOf(running.id)).toBe(stored.id);
  });
});

const versionOf = async (id: string) => (await prisma.application.findUniqueOrThrow({ where: { id } })).procedureVersionId;
