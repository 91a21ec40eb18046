import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseDocument } from '@/domain/procedure/document';
import { type Procedure, positionShape } from '@/domain/procedure/shape';
import { buildProcedure } from '@/procedures/build';
import { findFolders, readFolder, readShared } from '@/procedures/read';
import { chooseCurrentVersions, storeVersion } from '@/procedures/store';
import { prisma } from './prisma';

const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared('procedures', 'positions.yaml'))).items;
const [folder = ''] = findFolders('procedures');
const built = buildProcedure(readFolder(folder), positions);
const soundOf = (changes: Partial<Procedure>, checksum = built.checksum) => {
  if (!built.procedure) throw new Error(built.errors.join('\n'));
  return { ...built, checksum, procedure: { ...built.procedure, ...changes } };
};
const versions = () => prisma.procedureVersion.findMany({ orderBy: { version: 'asc' }, include: { region: true } });

describe('loading procedures', () => {
  beforeAll(async () => {
    await prisma.procedureVersion.deleteMany();
    await prisma.region.deleteMany();
  });

  it('stores what was checked, and reads the same again', async () => {
    expect(await storeVersion(soundOf({}))).toBe('loaded');
    const [stored] = await versions();
    expect(parseDocument(stored?.document)).toEqual(built.procedure);
    expect(stored?.region).toMatchObject({ slug: built.procedure?.id, timezone: built.procedure?.region.timezone });
  });
  it('lets help pages be corrected', async () => {
    expect(await storeVersion({ ...soundOf({}), pages: { terms: { ru: 'Исправлено' } } })).toBe('unchanged');
    expect((await versions())[0]?.pages).toEqual({ terms: { ru: 'Исправлено' } });
  });
  it('refuses a published version that was changed', async () => {
    expect(await storeVersion(soundOf({ status: 'draft' }, 'another'))).toBe('refused');
    expect((await versions())[0]).toMatchObject({ status: 'published', checksum: built.checksum });
  });
  it('keeps a draft beside it, which may change, and starts no case on it', async () => {
    const draft = soundOf({ version: '1.1.0', status: 'draft' }, 'first draft');
    expect(await storeVersion(draft)).toBe('loaded');
    expect(await storeVersion({ ...draft, checksum: 'second draft' })).toBe('draft replaced');
    await chooseCurrentVersions();
    expect((await current())?.version).toBe('1.0.0');
  });
  it('starts new cases on the newest published version by number', async () => {
    await storeVersion(soundOf({ version: '1.10.0' }, 'ten'));
    await storeVersion(soundOf({ version: '1.9.0' }, 'nine'));
    await chooseCurrentVersions();
    expect((await current())?.version).toBe('1.10.0');
  });
});

async function current() {
  const region = await prisma.region.findFirstOrThrow();
  return prisma.procedureVersion.findFirst({ where: { id: region.currentVersionId ?? '' } });
}
