import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CASE_PAPERS, ROLES, type Role } from '@/domain/procedure/vocabulary';
import type { Application, EvidenceFile, Region } from '@/generated/prisma/client';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import { createContext, type GraphQLContext } from '@/server/context';
import { env } from '@/server/env';
import { execute } from '@/server/execute';
import { readAddress } from '@/server/files/address';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { anonymous, as, codesOf, dataOf, failureOf, makeAccount, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { openFile } from './openEvidenceFile.sql';

/** Opening a file, in every region as every role: an indicator's, a form field's and every paper's, before and after the portfolio was sent. */

interface World {
  region: Region;
  place: Place;
  application: Application;
  teacher: string;
  files: Record<string, EvidenceFile>;
  people: Partial<Record<Role, GraphQLContext>>;
}

const KINDS = ['evidence', 'form', ...CASE_PAPERS] as const;
type Kind = (typeof KINDS)[number];

async function makeFile(application: Application, uploadedById: string, place: Partial<EvidenceFile>, over: Partial<EvidenceFile> = {}) {
  const at = new Date();
  const id = newId();
  return prisma.evidenceFile.create({
    data: {
      id,
      regionId: application.regionId,
      applicationId: application.id,
      ...place,
      uploadedById,
      name: 'Справка Востриковой.pdf',
      extension: 'pdf',
      contentType: 'application/pdf',
      size: 10,
      sha256: '0'.repeat(64),
      status: 'STORED',
      incomingKey: `incoming/${id}`,
      storedKey: `evidence/${id}`,
      policyExpiresAt: at,
      createdAt: at,
      storedAt: at,
      ...over,
    } as never,
  });
}

/** A case at the experts, with a file of every kind and a person of every role of the region on its side. */
async function makeWorld(folder: string): Promise<World> {
  const region = await makeRegion(folder);
  const place = await makePlace(region);
  const procedure = await getProcedure(region.currentVersionId ?? '');
  const account = await makeAccount();
  const at = new Date();
  const ids = { regionId: region.id };
  const [form] = procedure.forms;
  const asked = procedure.application.fields.find((field) => ['file', 'files'].includes(field.type));
  const application = await prisma.application.create({
    data: {
      id: newId(),
      ...ids,
      lastName: 'Вострикова',
      firstName: 'Людмила',
      patronymic: 'Аркадьевна',
      procedureVersionId: region.currentVersionId ?? '',
      accountId: account.id,
      status: 'EXPERTISE',
      number: `${region.code}-26-${newId()}`,
      values: {
        position: form?.positions[0] ?? '',
        ...(asked?.visibleWhen && { [asked.visibleWhen.field]: asked.visibleWhen.equals ?? 'first' }),
      },
      positionId: form?.positions[0] ?? null,
      categoryId: procedure.categories[0]?.id ?? null,
      organisationId: place.organisation.id,
      municipalityId: place.municipality.id,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      statusChangedAt: at,
      portfolio: { create: { id: newId(), ...ids, status: 'DRAFT', createdAt: at } },
    },
  });
  const owner = account.id;
  const school = (await makeAccount()).id;
  const files: Record<string, EvidenceFile> = {
    evidence: await makeFile(application, owner, { indicatorId: form?.sections[0]?.indicators[0]?.id ?? '' }),
    form: await makeFile(application, owner, { fieldId: asked?.id ?? 'none' }),
  };
  for (const paper of CASE_PAPERS) files[paper] = await makeFile(application, paper === 'signed_application' ? owner : school, { paper });
  const people: World['people'] = {};
  for (const role of ROLES.filter((one) => procedure.roles.some(({ key }) => key === one))) {
    people[role] = await as(role, { region, place, ...(role === 'TEACHER' && { account }) });
  }
  const expertId = people.EXPERT?.viewer?.expertId;
  if (expertId)
    await prisma.expertAssignment.create({
      data: { id: newId(), ...ids, applicationId: application.id, expertId, status: 'CONFIRMED', appointedAt: at, appointedById: owner },
    });
  return { region, place, application, teacher: owner, files, people };
}

/** The same person's next request: nothing read before is remembered. */
const anew = ({ session, region }: GraphQLContext) =>
  createContext({ session, language: 'ru', address: newId(), regionSlug: region?.slug ?? null });

async function open(who: GraphQLContext, id: string, use: 'VIEW' | 'DOWNLOAD' = 'VIEW') {
  return execute(OpenEvidenceFileDocument, { input: { id, as: use } }, await anew(who));
}

/** Who of the world opens a file, by role; every other role must find none. */
async function openers({ files, people }: World, kind: Kind): Promise<Role[]> {
  const found: Role[] = [];
  for (const [role, who] of Object.entries(people) as [Role, GraphQLContext][]) {
    const result = await open(who, files[kind]?.id ?? '');
    if (result.data?.openEvidenceFile.address) found.push(role);
    else expect(failureOf(result), `${role} ${kind}`).toBe('NOT_FOUND');
  }
  return found.sort();
}

const setPortfolio = ({ application }: World, status: string) =>
  prisma.portfolio.updateMany({ where: { applicationId: application.id }, data: { status } });

const SHOWN = `query ($id: UUID!) { application(id: $id) {
  portfolio { sections { indicators { files { id } } } } answers { files { id } } papers { files { id } } } }`;
type Listed = { files: { id: string }[] };
interface Shown {
  application: { portfolio: { sections: { indicators: Listed[] }[] } | null; answers: Listed[]; papers: Listed[] };
}

/** The kinds whose file the lists of the case show to a person. */
async function listed({ application, files }: World, who: GraphQLContext): Promise<Kind[]> {
  const { application: shown } = dataOf(await execute<Shown, object>(SHOWN, { id: application.id }, await anew(who)));
  const indicators = shown.portfolio?.sections.flatMap((section) => section.indicators) ?? [];
  const ids = [...indicators, ...shown.answers, ...shown.papers].flatMap((one) => one.files.map(({ id }) => id));
  return KINDS.filter((kind) => ids.includes(files[kind]?.id ?? ''));
}

const versions = readdirSync('procedures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .flatMap(({ name }) => readdirSync(`procedures/${name}`).map((version) => `${name}/${version}`));

const CHECKERS = 'COORDINATOR OPERATOR SECRETARY TEACHER';
const NOTES = 'COORDINATOR OPERATOR SECRETARY';
const JUDGES = 'COMMISSION_MEMBER COORDINATOR EXPERT OPERATOR SECRETARY TEACHER';
/** Who opens what in the versions that can never change: evidence once it was sent, the rest at any time. */
const OPENERS: Record<string, Record<Kind, string>> = {
  'chelyabinsk/1.0.0': {
    evidence: 'COMMISSION_MEMBER COORDINATOR EXPERT OPERATOR SCHOOL_DEPUTY SCHOOL_HR SECRETARY TEACHER',
    form: 'TEACHER',
    signed_application: CHECKERS,
    employer_paper: 'COORDINATOR OPERATOR SCHOOL_HR SECRETARY TEACHER',
    withdrawal: CHECKERS,
    conclusion: 'COORDINATOR EXPERT OPERATOR SECRETARY TEACHER',
    information: NOTES,
  },
  'irkutsk/1.0.0': {
    evidence: JUDGES,
    form: 'COORDINATOR OPERATOR TEACHER',
    signed_application: CHECKERS,
    employer_paper: 'COORDINATOR OPERATOR SCHOOL_DEPUTY SCHOOL_HEAD SECRETARY TEACHER',
    withdrawal: CHECKERS,
    conclusion: 'COORDINATOR EXPERT OPERATOR SECRETARY TEACHER',
    information: NOTES,
  },
  'samara/1.0.0': {
    evidence: JUDGES,
    form: CHECKERS,
    signed_application: CHECKERS,
    employer_paper: 'COORDINATOR OPERATOR SCHOOL_HEAD SECRETARY TEACHER',
    withdrawal: CHECKERS,
    conclusion: 'COORDINATOR EXPERT OPERATOR SECRETARY TEACHER',
    information: NOTES,
  },
  'sverdlovsk/1.0.0': {
    evidence: 'COMMISSION_MEMBER EXPERT OPERATOR SECRETARY TEACHER WORKING_GROUP',
    form: 'OPERATOR TEACHER WORKING_GROUP',
    signed_application: 'OPERATOR SECRETARY TEACHER',
    employer_paper: 'EXPERT OPERATOR SCHOOL_COORDINATOR SECRETARY TEACHER WORKING_GROUP',
    withdrawal: 'OPERATOR SECRETARY TEACHER',
    conclusion: 'EXPERT OPERATOR SECRETARY TEACHER WORKING_GROUP',
    information: 'OPERATOR SECRETARY WORKING_GROUP',
  },
  'tomsk/1.0.0': {
    evidence: JUDGES,
    form: 'TEACHER',
    signed_application: CHECKERS,
    employer_paper: CHECKERS,
    withdrawal: CHECKERS,
    conclusion: JUDGES,
    information: NOTES,
  },
};

describe.each(versions)('in %s', (version) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(version);
  }, 60_000);

  it.each(['DRAFT', 'SENT', 'REOPENED'] as const)(
    'every role opens exactly the files that lists show it, evidence %s',
    async (status) => {
      await setPortfolio(world, status);
      const shown: Record<string, Kind[]> = {};
      for (const [role, who] of Object.entries(world.people)) shown[role] = await listed(world, who);
      for (const kind of status === 'REOPENED' ? (['evidence'] as const) : KINDS) {
        const found = await openers(world, kind);
        // A field that this region's form does not have shows nowhere; only whoever put the file there may still open it.
        const isNowhere = kind === 'form' && world.files.form?.fieldId === 'none';
        if (!isNowhere)
          expect(
            Object.keys(shown)
              .filter((role) => shown[role]?.includes(kind))
              .sort(),
            kind,
          ).toEqual(found);
        const pinned = OPENERS[version]?.[kind];
        if (pinned) expect(found.join(' '), kind).toBe(kind === 'evidence' && status !== 'SENT' ? 'TEACHER' : pinned);
      }
    },
    60_000,
  );
});

describe('opening', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld('samara/1.0.0');
    await setPortfolio(world, 'SENT');
  }, 60_000);

  const lines = (objectId: string) => prisma.auditEntry.findMany({ where: { objectId, action: 'open_evidence' }, orderBy: { id: 'asc' } });
  const evidence = () => world.files.evidence as EvidenceFile;
  const person = (role: Role) => world.people[role] as GraphQLContext;
  const more = (over: Partial<EvidenceFile>) => makeFile(world.application, world.teacher, { indicatorId: evidence().indicatorId }, over);

  it('gives one address of the files’ own origin, which says neither name nor key, for five minutes', async () => {
    const { openEvidenceFile } = dataOf(
      await execute<{ openEvidenceFile: { address: string; expiresAt: string } }, object>(
        'mutation ($id: UUID!) { openEvidenceFile(input: { id: $id, as: VIEW }) { address expiresAt } }',
        { id: evidence().id },
        await anew(person('EXPERT')),
      ),
    );
    const sealed = new URL(openEvidenceFile.address);
    expect(sealed.origin).toBe(new URL(env.FILES_URL).origin);
    expect(readAddress(sealed.pathname.slice(1))).toMatchObject({
      key: evidence().storedKey,
      name: evidence().name,
      disposition: 'inline',
    });
    expect(openEvidenceFile.address).not.toContain(evidence().storedKey);
    expect(Math.abs(new Date(openEvidenceFile.expiresAt).getTime() - Date.now() - 300_000)).toBeLessThan(10_000);
  });

  it('another’s file leaves one line each time, with the case, the person and how; one’s own leaves none', async () => {
    const { id } = await more({});
    await open(person('TEACHER'), id);
    expect(await lines(id)).toEqual([]);
    await open(person('EXPERT'), id);
    await open(person('SECRETARY'), id, 'DOWNLOAD');
    const about = { regionId: world.region.id, applicationId: world.application.id, personId: world.teacher, objectType: 'EvidenceFile' };
    expect(await lines(id)).toMatchObject([
      { ...about, role: 'EXPERT', accountId: person('EXPERT').viewer?.accountId, data: { as: 'VIEW' } },
      { ...about, role: 'SECRETARY', accountId: person('SECRETARY').viewer?.accountId, data: { as: 'DOWNLOAD' } },
    ]);
  });

  it('a refused opening leaves its line with the case it was aimed at', async () => {
    const { id } = await more({});
    await open(person('ADMINISTRATOR'), id);
    const refusals = await prisma.auditEntry.findMany({ where: { action: 'refused', objectId: id } });
    expect(refusals).toMatchObject([{ role: 'ADMINISTRATOR', applicationId: world.application.id, data: { field: 'openEvidenceFile' } }]);
    expect(await lines(id)).toEqual([]);
  });

  it('without its line there is no address: both are one statement', async () => {
    const { id } = await more({});
    await prisma.$executeRawUnsafe(`create function no_line() returns trigger language plpgsql as
      $$ begin if new."objectId" = '${id}' then raise exception 'the trail is out of order'; end if; return new; end $$`);
    await prisma.$executeRawUnsafe('create trigger no_line before insert on "AuditEntry" for each row execute function no_line()');
    const result = await open(person('EXPERT'), id);
    await prisma.$executeRawUnsafe('drop trigger no_line on "AuditEntry"');
    expect(failureOf(result)).toBe('INTERNAL');
    expect(JSON.stringify(result)).not.toContain(env.FILES_URL);
  });

  it('evidence that was taken back or a file that was removed between the right and the statement is not opened', async () => {
    const file = evidence();
    const viewer = person('EXPERT').viewer ?? expect.fail();
    const before = (await lines(file.id)).length;
    expect(await openFile(viewer, { ...file, portfolioStatus: 'DRAFT' }, 'VIEW')).toBeNull();
    expect(await openFile(viewer, { ...file, status: 'DELETED', portfolioStatus: 'SENT' }, 'VIEW')).toBeNull();
    expect(await openFile({ ...viewer, expertId: newId() }, { ...file, portfolioStatus: 'SENT' }, 'VIEW')).toBeNull();
    expect((await lines(file.id)).length).toBe(before);
    expect(await openFile(viewer, { ...file, portfolioStatus: 'SENT' }, 'VIEW')).toMatchObject({ storedKey: file.storedKey });
  });

  it('what has no bytes yet is said to its teacher and does not exist for others; what he removed he may still look at', async () => {
    const pending = await more({ status: 'PENDING', storedKey: null, policyExpiresAt: new Date(Date.now() + 60_000) });
    const removed = await more({ status: 'DELETED' });
    expect(codesOf(dataOf(await open(person('TEACHER'), pending.id)).openEvidenceFile)).toEqual(['FILE_NOT_STORED']);
    expect(dataOf(await open(person('TEACHER'), removed.id)).openEvidenceFile.address).toMatch(/^http/);
    for (const { id } of [pending, removed]) expect(failureOf(await open(person('OPERATOR'), id))).toBe('NOT_FOUND');
  });

  it('another’s file and a missing one look alike, a malformed id is refused, a visitor is sent to sign in', async () => {
    const place = await makePlace(world.region);
    const strangers = await Promise.all(
      (['TEACHER', 'EXPERT', 'SCHOOL_HEAD', 'COORDINATOR'] as const).map((role) => as(role, { region: world.region, place })),
    );
    const plain = ({ data, errors }: Awaited<ReturnType<typeof open>>) =>
      JSON.stringify({ data, errors: errors?.map(({ message, extensions, path }) => [message, extensions?.code, path]) });
    for (const stranger of strangers) {
      const missing = plain(await open(stranger, newId()));
      for (const kind of KINDS) expect(plain(await open(stranger, world.files[kind]?.id ?? '')), kind).toBe(missing);
      expect(missing).toContain('NOT_FOUND');
    }
    expect(failureOf(await open(person('TEACHER'), '../../etc/passwd'))).toBe('BAD_USER_INPUT');
    const visitor = await execute(OpenEvidenceFileDocument, { input: { id: evidence().id, as: 'VIEW' } }, await anonymous(world.region));
    expect(failureOf(visitor)).toBe('UNAUTHENTICATED');
  });

  it('an expert who is only invited, or was replaced, opens nothing', async () => {
    const expertId = person('EXPERT').viewer?.expertId ?? '';
    for (const [status, code] of [
      ['INVITED', 'NOT_FOUND'],
      ['REPLACED', 'NOT_FOUND'],
      ['FINAL', undefined],
    ] as const) {
      await prisma.expertAssignment.updateMany({ where: { expertId }, data: { status } });
      expect(failureOf(await open(person('EXPERT'), evidence().id)), status).toBe(code);
    }
  });

  it('no type of the API carries an address of a file but the payload of opening it', () => {
    const sdl = readFileSync('graphql/schema.graphql', 'utf8').replace(/"""[\s\S]*?"""/g, '');
    const fileType = /^type EvidenceFile \{([\s\S]*?)^\}/m.exec(sdl)?.[1] ?? '';
    const names = [...fileType.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? '');
    expect(names).toContain('contentType');
    expect(names.filter((name) => /url|link|address|key/i.test(name))).toEqual([]);
    expect(sdl).not.toMatch(/downloadUrl|openUrl|storedKey|incomingKey/);
  });
});
