import { createHash } from 'node:crypto';
import type { Procedure, ProcedureDocument } from '@/domain/procedure/shape';
import type { Prisma } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import type { Built } from './build';
import { compareVersions } from './versions';

/** What loading did with one version, for its report. */
export type Stored = 'loaded' | 'draft replaced' | 'unchanged' | 'refused';

/** Writes one checked version. A published one that differs from what is stored is refused: running cases rest on it. */
export async function storeVersion(
  built: Pick<Built, 'checksum' | 'pages'> & { document: ProcedureDocument | Procedure },
): Promise<Stored> {
  const { document: procedure, checksum, pages } = built;
  const region = await prisma.region.upsert({
    where: { slug: procedure.id },
    create: { id: newId(), slug: procedure.id, code: procedure.region.code, timezone: procedure.region.timezone, hosts: [] },
    update: { code: procedure.region.code, timezone: procedure.region.timezone },
  });
  const where = { regionId_version: { regionId: region.id, version: procedure.version } };
  const stored = await prisma.procedureVersion.findUnique({ where });
  const document = procedure as unknown as Prisma.InputJsonValue;
  if (!stored) {
    await prisma.procedureVersion.create({
      data: {
        id: newId(),
        regionId: region.id,
        version: procedure.version,
        status: procedure.status,
        checksum,
        document,
        pages,
        loadedAt: new Date(),
      },
    });
    return 'loaded';
  }
  if (stored.checksum === checksum) {
    await prisma.procedureVersion.update({ where, data: { pages } });
    return 'unchanged';
  }
  if (stored.status === 'published') return 'refused';
  await prisma.procedureVersion.update({ where, data: { status: procedure.status, checksum, document, pages, loadedAt: new Date() } });
  return 'draft replaced';
}

/** New cases of every region start on its newest published version. */
export async function chooseCurrentVersions(): Promise<void> {
  const regions = await prisma.region.findMany({
    include: { versions: { where: { status: 'published' }, select: { id: true, version: true } } },
  });
  for (const region of regions) {
    const newest = region.versions.sort((a, b) => compareVersions(b.version, a.version))[0];
    if (newest && newest.id !== region.currentVersionId)
      await prisma.region.update({ where: { id: region.id }, data: { currentVersionId: newest.id } });
  }
}

/** Gives each region the host names that speak of it: "host=slug,host=slug"; a region that is not named is chosen on the front page. */
export async function storeHosts(hosts: string | undefined): Promise<void> {
  if (hosts === undefined) return;
  const pairs = hosts
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('='));
  for (const { id, slug } of await prisma.region.findMany({ select: { id: true, slug: true } }))
    await prisma.region.update({ where: { id }, data: { hosts: pairs.flatMap(([host, to]) => (to === slug && host ? [host] : [])) } });
}

/** What loading did with the production calendar. */
export type CalendarStored = 'calendar loaded' | 'calendar unchanged' | 'calendar kept: it was edited';

/**
 * Keeps the production calendar where every process reads it. One that an administrator edited since the last load is not written over:
 * the checksum of what was loaded last lies beside it.
 */
export async function storeCalendar(key: string, calendar: unknown): Promise<CalendarStored> {
  const value = JSON.stringify(calendar);
  const loadedKey = `${key}.loaded`;
  const rows = await prisma.setting.findMany({ where: { key: { in: [key, loadedKey] } } });
  const [stored, loaded] = [key, loadedKey].map((name) => rows.find((row) => row.key === name)?.value);
  if (stored === value && loaded === sumOf(value)) return 'calendar unchanged';
  // A calendar from before its checksum was kept is known by nothing, so it counts as loaded; one edited to what the file says is no edit any more.
  if (stored !== undefined && loaded !== undefined && stored !== value && sumOf(stored) !== loaded) return 'calendar kept: it was edited';
  await prisma.$transaction([
    prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } }),
    prisma.setting.upsert({ where: { key: loadedKey }, create: { key: loadedKey, value: sumOf(value) }, update: { value: sumOf(value) } }),
  ]);
  return 'calendar loaded';
}

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
