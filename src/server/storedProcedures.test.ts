import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseDocument } from '@/domain/procedure/document';
import { type ProcedureDocument, positionShape } from '@/domain/procedure/shape';
import { buildProcedure } from '@/procedures/build';
import { findFolders, readFolder, readShared } from '@/procedures/read';
import { chooseCurrentVersions, storeCalendar, storeVersion } from '@/procedures/store';
import { as, dataOf, makeAccount } from '@/testing/viewers';
import { execute } from './execute';
import { prisma } from './prisma';

const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared('procedures', 'positions.yaml'))).items;
const [folder = ''] = findFolders('procedures');
const built = buildProcedure(readFolder(folder), positions);
const soundOf = (changes: Pick<Partial<ProcedureDocument>, 'version' | 'status'>, checksum = built.checksum) => {
  if (!built.document) throw new Error(built.errors.join('\n'));
  return { ...built, checksum, document: { ...built.document, ...changes } };
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

describe('versions and running cases', () => {
  it('a running case stays on its version; a new one begins on what is published last, never on a draft', async () => {
    await prisma.procedureVersion.deleteMany();
    await prisma.region.deleteMany();
    await storeVersion(soundOf({}));
    await chooseCurrentVersions();
    const region = await prisma.region.findFirstOrThrow();
    const person = { region, account: await makeAccount() };
    const begin = async () => {
      const { createApplication } = dataOf(await execute<Begun, object>(CREATE, {}, await as('TEACHER', person)));
      return createApplication.application;
    };
    const first = await begin();
    expect(first.procedureVersion).toBe('1.0.0');
    await storeVersion(soundOf({ version: '1.1.0', status: 'draft' }, 'draft'));
    await chooseCurrentVersions();
    expect((await current())?.version).toBe('1.0.0');
    await storeVersion(soundOf({ version: '1.1.0' }, 'published'));
    await chooseCurrentVersions();
    expect((await current())?.version).toBe('1.1.0');
    // The first draft is no longer found as a fresh one, so the next application is another case.
    await prisma.application.update({ where: { id: first.id }, data: { positionId: 'teacher' } });
    const second = await begin();
    expect(second.procedureVersion).toBe('1.1.0');
    expect(
      (await prisma.application.findUniqueOrThrow({ where: { id: first.id }, include: { procedureVersion: true } })).procedureVersion
        .version,
    ).toBe('1.0.0');
  });
  it('an id and version are never used again for another content', async () => {
    expect(await storeVersion(soundOf({ version: '1.1.0' }, 'other content'))).toBe('refused');
    expect(await storeVersion(soundOf({ version: '1.1.0', status: 'draft' }, 'other draft'))).toBe('refused');
    expect(await prisma.procedureVersion.findFirst({ where: { version: '1.1.0' } })).toMatchObject({
      checksum: 'published',
      status: 'published',
    });
  });
});

describe('loading the calendar', () => {
  const stored = async () => (await prisma.setting.findUnique({ where: { key: 'trial' } }))?.value;
  it('follows the file until an administrator edits it, then an edited calendar is kept', async () => {
    expect(await storeCalendar('trial', { years: [2025] })).toBe('calendar loaded');
    expect(await storeCalendar('trial', { years: [2025] })).toBe('calendar unchanged');
    expect(await storeCalendar('trial', { years: [2025, 2026] })).toBe('calendar loaded');
    await prisma.setting.update({ where: { key: 'trial' }, data: { value: '{"years":[2025,2026,2027]}' } });
    expect(await storeCalendar('trial', { years: [2030] })).toBe('calendar kept: it was edited');
    expect(await stored()).toBe('{"years":[2025,2026,2027]}');
    // The file caught up with the edit: from here on it is followed again.
    expect(await storeCalendar('trial', { years: [2025, 2026, 2027] })).toBe('calendar loaded');
    expect(await storeCalendar('trial', { years: [2028] })).toBe('calendar loaded');
  });
});

const CREATE = 'mutation { createApplication { application { id procedureVersion } } }';
interface Begun {
  createApplication: { application: { id: string; procedureVersion: string } };
}

async function current() {
  const region = await prisma.region.findFirstOrThrow();
  return prisma.procedureVersion.findFirst({ where: { id: region.currentVersionId ?? '' } });
}
