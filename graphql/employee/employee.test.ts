import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { anonymous, codesOf, dataOf, failureOf, makePlace, makeRegion } from '@/testing/viewers';
import { ask, type Person, person, said } from '../application/application.fixture';
import {
  type Answer,
  act,
  cardOf,
  create,
  details,
  entered,
  fill,
  find,
  makeSchool,
  newSnils,
  type School,
  save,
  signIn,
  tryAct,
  update,
} from './employee.fixture';

const LIST = 'query ($search: String) { employees(search: $search) { edges { node { id fullName snils } } } }';
const OWN = '{ ownCards { id fullName organisation { name } card { status sections { editable } canConfirm } } }';

let region: Region;
let school: School;
beforeAll(async () => {
  region = await makeRegion('chelyabinsk');
  school = await makeSchool(region, await makePlace(region));
});

interface Listed {
  employees: { edges: { node: { id: string; fullName: string; snils: string } }[] };
}
const listed = async (who: Person, search?: string) =>
  ((await said(who, LIST, { search: search ?? null })) as Listed).employees.edges.map(({ node }) => node);

describe('entering an employee', () => {
  it('[CH-25] [CH-29] opens an empty card and an account of the SNILS with the role of a teacher, which has no password yet', async () => {
    const snils = newSnils();
    const { id, account } = await entered(school, { snils });
    expect(account).toMatchObject({ snils, passwordChosenAt: null, lastName: 'Ёлкина' });
    expect(await prisma.roleAssignment.findMany({ where: { accountId: account.id } })).toMatchObject([
      { role: 'TEACHER', regionId: region.id },
    ]);
    const card = await cardOf(school.hr, id);
    expect(card).toMatchObject({ status: 'DRAFT', statusLabel: 'Не подтверждена', canConfirm: true, canCheck: false });
    expect(card.sections.flatMap((s) => s.indicators.flatMap((i) => i.entries))).toEqual([]);
    const [log] = await prisma.auditEntry.findMany({ where: { objectId: id } });
    expect(log).toMatchObject({ action: 'create_employee', accountId: school.hr.account.id });
  });

  it('[CH-27] ties the person to the organisation of the officer, whatever was sent', async () => {
    const { id } = await entered(school);
    const row = await prisma.employee.findUniqueOrThrow({ where: { id } });
    expect(row.organisationId).toBe(school.place.organisation.id);
  });

  it('takes a SNILS with dashes and refuses one whose checksum is wrong, a stranger position, a bad sex, an empty name', async () => {
    const wrong = await create(school.hr, { snils: '777-000-001 00', sex: '', lastName: ' ' });
    expect(wrong.problems.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual([
      'SNILS_INVALID snils',
      'REQUIRED lastName',
      'REQUIRED sex',
    ]);
    expect(codesOf(await create(school.hr, { positionId: '' }))).toEqual(['REQUIRED']);
    const snils = newSnils();
    const dashed = `${snils.slice(0, 3)}-${snils.slice(3, 6)}-${snils.slice(6, 9)} ${snils.slice(9)}`;
    const { account } = await entered(school, { snils: dashed });
    expect(account.snils).toBe(snils);
    expect(codesOf(await create(school.hr, { snils }))).toEqual(['VALUE_TAKEN']);
  });

  it('says so where a position has no form: its card cannot be filled in', async () => {
    const { id } = await entered(school);
    // One that was entered under an older procedure, before every position had a form.
    await prisma.employee.update({ where: { id }, data: { positionId: 'bell_ringer' } });
    expect((await cardOf(school.hr, id)).sections).toEqual([]);
    expect(codesOf(await act(school.hr, 'confirmCard', id))).toEqual(['POSITION_NOT_SERVED']);
  });

  it('joins the account that has the SNILS already, by the number alone and into the audit log; nothing of the account changes', async () => {
    const snils = newSnils();
    const { account } = await entered(school, { snils });
    const other = await makeSchool(region, await makePlace(region));
    const second = await entered(other, { snils, lastName: 'Иванова' });
    expect(second.account).toMatchObject({ id: account.id, lastName: 'Ёлкина' });
    const log = await prisma.auditEntry.findFirst({ where: { action: 'join_employee_account', objectId: second.id } });
    expect(log?.data).toEqual({ accountId: account.id, by: 'snils' });
    expect(await prisma.roleAssignment.count({ where: { accountId: account.id, role: 'TEACHER' } })).toBe(1);
  });

  it('two schools enter one person at the same moment: one account, two cards', async () => {
    const snils = newSnils();
    const other = await makeSchool(region, await makePlace(region));
    const both = await Promise.all([create(school.hr, { snils }), create(other.hr, { snils })]);
    expect(both.flatMap(codesOf)).toEqual([]);
    expect(await prisma.account.count({ where: { snils } })).toBe(1);
    expect(await prisma.employee.count({ where: { snils } })).toBe(2);
  });

  it('[CH-26] one after the other: each saved, each found by a part of the name or of the SNILS', async () => {
    const snils = newSnils();
    await entered(school, { snils, lastName: 'Щукина' });
    await entered(school, { lastName: 'Щукарёва' });
    expect((await listed(school.hr, 'щук')).map((e) => e.fullName)).toEqual(['Щукарёва Мария Петровна', 'Щукина Мария Петровна']);
    expect(await listed(school.deputy, snils.slice(2, 9))).toMatchObject([{ snils }]);
    expect(await listed(school.hr, '%')).toEqual([]);
  });

  it.each([
    ['Ружьева'],
    ['РУЖЬЁВА'],
    ['Анна Ружьёва'],
    ['Ружьёва  Анна'],
    ['львовна ружь'],
    ['Ружьёва-Лис'],
    ['Лис Ружьёва'],
    ['Ружьёва\u2011Лис'],
    ['Ружьёва – Лис'],
    ['Ружь\u00adёва'],
    ['\u200bРужье\u0308ва\u202c'],
    ['«Ружьёва-Лис»'],
    ['РУЖЬЕВА, Анна'],
    ['Ружьёва А.Л.'],
    ['Ружьёва+Анна\n'],
    ['Ру\u0301жьева'],
    ['ru Ружьёва', false],
    ['Ружьёва Мария', false],
  ])('a person is found by %j however it is written, each word anywhere', async (typed, found = true) => {
    const { id } = await entered(school, { lastName: 'Ружьёва-Лис', firstName: 'Анна', patronymic: 'Львовна' });
    expect((await listed(school.hr, typed)).some((one) => one.id === id)).toBe(found);
  });

  it('is entered by what was copied with quotes, words and marks around it, and opens the account by a code copied so', async () => {
    const snils = newSnils();
    const [, a = '', b = '', c = '', d = ''] = /^(...)(...)(...)(..)$/.exec(snils) ?? [];
    const given = { lastName: '«Копиева»', firstName: 'Анна,', patronymic: 'львовна.', snils: `№${a}-${b}-${c} ${d} (действует)` };
    const copied = await create(school.hr, given);
    expect(copied.problems).toEqual([]);
    expect(await prisma.employee.findUniqueOrThrow({ where: { id: copied.employee?.id ?? '' } })).toMatchObject({
      lastName: 'Копиева',
      firstName: 'Анна',
      patronymic: 'Львовна',
      snils,
    });
    const mail = `k${snils}@школа12.рф`;
    const input = {
      snils: `СНИЛС: "${a} ${b} ${c}-${d}"`,
      code: `Код: «${copied.activationCode?.slice(0, 4)} ${copied.activationCode?.slice(4).toUpperCase()}».`,
      password: 'зелёный трамвай стоит',
      email: `Анна Копиева <${mail}>;`,
    };
    const activate = 'mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { problems { code path message } } }';
    const answer = await execute<{ activateAccount: Pick<Answer, 'problems'> }, object>(activate, { input }, await anonymous(region));
    expect(dataOf(answer).activateAccount.problems).toEqual([]);
    expect(await prisma.account.findUniqueOrThrow({ where: { snils } })).toMatchObject({
      pendingEmail: `k${snils}@xn--12-6kc3bfr2e.xn--p1ai`,
    });
  });

  it('a SNILS is found in any spelling, its parts too', async () => {
    const snils = newSnils();
    const { id } = await entered(school, { snils });
    const [, a = '', b = '', c = '', d = ''] = /^(...)(...)(...)(..)$/.exec(snils) ?? [];
    for (const typed of [
      snils,
      `${a}-${b}-${c} ${d}`,
      `${a}–${b}‑${c}−${d}`,
      `${a} ${b} ${c} ${d}`,
      `СНИЛС: ${a}-${b}-${c} ${d}`,
      `\u202a${a}.${b}.${c}.${d}\u202c`,
      `№${a}-${b}-${c} ${d}`,
      `«${a} ${b} ${c}-${d}»`,
      `СНИЛС ${a}_${b}_${c} ${d}`,
      `${b}-${c}`,
    ])
      expect((await listed(school.hr, typed)).map((one) => one.id)).toContain(id);
  });

  it('a SNILS that was searched by is in no line of the trail', async () => {
    const snils = newSnils();
    await entered(school, { snils });
    const parts = [snils, snils.replace(/^(...)(...)(...)/, '$1-$2-$3 '), snils.slice(2, 9)];
    for (const part of parts) expect((await listed(school.hr, part)).length).toBeGreaterThan(0);
    const lines = await prisma.auditEntry.findMany({ where: { action: 'read_list', regionId: region.id } });
    expect(lines.map(({ data }) => data)).toContainEqual({ count: 1, filter: { search: '•••' } });
    for (const part of parts) expect(JSON.stringify(lines)).not.toContain(part);
  });

  it('without an e-mail the one-time code comes back to be printed, with one a letter goes; the code is given anew only by the school that entered the person', async () => {
    const printed = await create(school.hr);
    expect(printed.activationCode).toMatch(/^[a-z2-9]{8}$/);
    const mail = `n${newSnils()}@example.org`;
    const written = await create(school.hr, { email: mail });
    expect(written.activationCode).toBeNull();
    expect(await prisma.notification.count({ where: { email: mail, letterId: 'activation' } })).toBe(1);
    const { accountId, snils } = await prisma.employee.findUniqueOrThrow({ where: { id: printed.employee?.id ?? '' } });
    const again = 'mutation ($id: UUID!) { reissueActivation(employeeId: $id) { problems { code } activationCode } }';
    interface Again {
      reissueActivation: { problems: { code: string }[]; activationCode: string | null };
    }
    const issue = async (who: Person, id: string | undefined) => ((await said(who, again, { id })) as Again).reissueActivation;
    const next = await issue(school.hr, printed.employee?.id);
    expect(next.activationCode).not.toBe(printed.activationCode);
    // The sheet that was printed before opens nothing, and says why.
    const activate = `mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { problems { code path message } } }`;
    const input = { snils, code: printed.activationCode, password: 'зелёный трамвай стоит' };
    const answer = await execute<{ activateAccount: Pick<Answer, 'problems'> }, object>(activate, { input }, await anonymous(region));
    expect(dataOf(answer).activateAccount.problems).toMatchObject([
      {
        code: 'LINK_REPLACED',
        path: ['code'],
        message: expect.stringMatching(/^Этот код больше не действует: есть новее, от .+, \d\d:\d\d\./),
      },
    ]);
    expect(await prisma.account.findUniqueOrThrow({ where: { id: accountId ?? '' } })).toMatchObject({ passwordChosenAt: null });
    // Another school that employs the person too never gets the code of an account it did not open.
    const other = await makeSchool(region, await makePlace(region));
    const joined = await create(other.hr, { snils });
    expect(joined).toMatchObject({ problems: [], activationCode: null });
    expect(codesOf(await issue(other.hr, joined.employee?.id))).toEqual(['NOT_YOUR_MOVE']);
    await prisma.account.update({ where: { id: accountId ?? '' }, data: { passwordChosenAt: new Date() } });
    expect(codesOf(await issue(school.hr, printed.employee?.id))).toEqual(['NOT_YOUR_MOVE']);
  });

  it('shows each role the cards that wait for it: HR those to confirm, the deputy head those to look through', async () => {
    const { id } = await entered(school, { lastName: 'Ожидаева' });
    const waits = async (who: Person) => {
      const document = 'query { employees(search: "Ожидаева", waiting: true) { edges { node { id } } } }';
      return ((await said(who, document, {})) as Listed).employees.edges.map(({ node }) => node.id);
    };
    expect([await waits(school.hr), await waits(school.deputy)]).toEqual([[id], [id]]);
    await fill(school, id);
    await act(school.hr, 'confirmCard', id);
    await act(school.deputy, 'checkCard', id);
    expect([await waits(school.hr), await waits(school.deputy)]).toEqual([[], []]);
  });

  it('a correction needs the version that was seen and makes a confirmed card a draft', async () => {
    const { id } = await entered(school);
    await fill(school, id);
    expect(codesOf(await act(school.hr, 'confirmCard', id))).toEqual([]);
    const once = await update(school.hr, id, 0, { lastName: 'Сосновская' });
    expect(once).toMatchObject({ problems: [], employee: { version: 1 } });
    expect((await cardOf(school.hr, id)).status).toBe('DRAFT');
    expect(codesOf(await update(school.hr, id, 0, { lastName: 'Берёзкина' }))).toEqual(['STALE_VERSION']);
    expect((await find(school.hr, id))?.fullName).toBe('Сосновская Мария Петровна');
  });

  it('[CH-30] only the region’s support takes who has left out; the record and the account stay', async () => {
    const { id, account } = await entered(school, { lastName: 'Уволенная' });
    for (const role of ROLES.filter((r) => r !== 'OPERATOR')) {
      const who = role === 'SCHOOL_HR' ? school.hr : await person(role, region, { place: school.place });
      expect(failureOf(await tryAct(who, 'dismissEmployee', id)), role).toBe('FORBIDDEN');
    }
    const operator = await person('OPERATOR', region);
    expect(codesOf(await act(operator, 'dismissEmployee', id))).toEqual([]);
    expect(await listed(school.hr, 'Уволенная')).toEqual([]);
    expect((await listed(operator, 'Уволенная')).map((e) => e.id)).toEqual([id]);
    expect(codesOf(await act(school.hr, 'confirmCard', id))).toEqual(['EMPLOYEE_DISMISSED']);
    expect(codesOf(await save(school.hr, id, 'education', { level: 'Высшее' }))).toEqual(['EMPLOYEE_DISMISSED']);
    expect(await prisma.account.findUnique({ where: { id: account.id } })).toMatchObject({ lockedAt: null });
    // Who comes back is entered anew: the same record, a draft again.
    const back = await create(school.hr, { snils: account.snils, lastName: 'Уволенная' });
    expect(back.employee?.id).toBe(id);
    expect((await listed(school.hr, 'Уволенная')).map((e) => e.id)).toEqual([id]);
  });
});

describe('the card', () => {
  it('[CH-11] has the nine sections in the words of the region, each with who fills it', async () => {
    const { id } = await entered(school);
    const { sections } = await cardOf(school.hr, id);
    expect(sections.map((s) => s.label)).toEqual([
      'Данные работника',
      'Отметка о смене ФИО',
      'Сведения о занимаемой должности',
      'Сведения об образовании',
      'Успехи в профессиональной деятельности',
      'Повышение квалификации/переподготовка',
      'Аттестация',
      'Тарификации',
      'Профессиональная деятельность',
    ]);
    expect(sections.map((s) => s.filledBy)).toEqual([...Array<string>(8).fill('SCHOOL_HR'), 'SCHOOL_DEPUTY']);
    expect(sections.map((s) => s.editable)).toEqual([...Array<boolean>(8).fill(true), false]);
    expect((await cardOf(school.deputy, id)).sections.map((s) => s.editable)).toEqual([...Array<boolean>(8).fill(false), true]);
  });

  it('[CH-34] the deputy head fills in the professional activity, with several choices at once; each keeps to his sections', async () => {
    const { id } = await entered(school);
    const chosen = await save(school.deputy, id, 'technologies_used', { values: ['author', 'distance'] });
    expect(chosen).toMatchObject({ problems: [], entry: { version: 1, text: 'Авторские; Дистанционные' } });
    expect(codesOf(await save(school.deputy, id, 'org_method_work', { values: ['tutor', 'mentor'] }))).toEqual([]);
    const resources = await save(school.deputy, id, 'digital_resources', { values: ['platforms', 'video_lessons'] });
    expect(resources).toMatchObject({ problems: [], entry: { text: 'Образовательные платформы; Видеоуроки' } });
    expect(codesOf(await save(school.deputy, id, 'health_conditions', { text: 'Физкультминутки на каждом уроке' }))).toEqual([]);
    expect(codesOf(await save(school.hr, id, 'health_conditions', { text: 'Кадры' }))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await save(school.deputy, id, 'education', { level: 'Высшее' }))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await save(school.deputy, id, 'technologies_used', { values: ['witchcraft'] }, entryOf(chosen)))).toEqual([
      'VALUE_NOT_LISTED',
    ]);
    expect(codesOf(await save(school.deputy, id, 'nonsense', { text: 'x' }))).toEqual(['VALUE_NOT_LISTED']);
  });

  it('of two who saw the same version the second is told, and nothing is lost', async () => {
    const { id } = await entered(school);
    const made = await save(school.deputy, id, 'health_conditions', { text: 'Первое' });
    const seen = entryOf(made);
    expect(codesOf(await save(school.deputy, id, 'health_conditions', { text: 'Второе' }, seen))).toEqual([]);
    const late = await save(school.deputy, id, 'health_conditions', { text: 'Третье' }, seen);
    expect(late).toMatchObject({ problems: [{ code: 'STALE_VERSION' }], entry: { version: 2, value: { text: 'Второе' } } });
  });

  it('a new entry sent again is written once; sent again with another text it is never passed over in silence', async () => {
    const { id } = await entered(school);
    const own = { entryId: newId() };
    expect(codesOf(await save(school.deputy, id, 'health_conditions', { text: 'Первое' }, own))).toEqual([]);
    expect(codesOf(await save(school.deputy, id, 'health_conditions', { text: 'Первое' }, own))).toEqual([]);
    const further = await save(school.deputy, id, 'health_conditions', { text: 'Первое и второе' }, own);
    expect(further).toMatchObject({ problems: [{ code: 'STALE_VERSION' }], entry: { version: 1, value: { text: 'Первое' } } });
  });

  it('an entry that is removed is marked, not deleted, and makes a confirmed card a draft', async () => {
    const { id } = await entered(school);
    await fill(school, id);
    await act(school.hr, 'confirmCard', id);
    const entry = (await cardOf(school.hr, id)).sections[3]?.indicators[0]?.entries[0];
    const remove = 'mutation ($id: UUID!) { removeCardEntry(id: $id) { problems { code path } } }';
    const by = async (who: Person) =>
      (dataOf(await ask(who, remove, { id: entry?.id })) as { removeCardEntry: { problems: { code: string }[] } }).removeCardEntry;
    expect(codesOf(await by(school.deputy))).toEqual(['NOT_YOUR_MOVE']);
    expect((await cardOf(school.hr, id)).status).toBe('CONFIRMED');
    expect(codesOf(await by(school.hr))).toEqual([]);
    expect((await cardOf(school.hr, id)).status).toBe('DRAFT');
    expect(await prisma.evidenceEntry.findUnique({ where: { id: entry?.id ?? '' } })).toMatchObject({
      removedAt: expect.any(Date) as Date,
    });
  });

  it('[CH-28] is confirmed by the HR officer once nothing is missing; what is missing names the section and who fills it', async () => {
    const { id } = await entered(school);
    const early = await act(school.hr, 'confirmCard', id);
    expect(early.problems.map((p) => p.path)).toContainEqual(['section', 'activity']);
    const activity = early.problems.find((p) => p.path[1] === 'activity');
    expect(activity?.message).toBe(
      'В карточке не заполнен раздел 9 «Профессиональная деятельность», его заполняет Заместитель директора ОО. Внесённое сохранено.',
    );
    await fill(school, id);
    expect(failureOf(await tryAct(school.deputy, 'confirmCard', id))).toBe('FORBIDDEN');
    expect(codesOf(await act(school.hr, 'confirmCard', id))).toEqual([]);
    expect(await cardOf(school.hr, id)).toMatchObject({
      status: 'CONFIRMED',
      statusLabel: 'Подтверждена',
      canConfirm: false,
      problems: [],
    });
  });

  it('[CH-33] the deputy head marks that the card was checked; a change afterwards wants another look', async () => {
    const { id } = await entered(school);
    expect((await cardOf(school.deputy, id)).canCheck).toBe(true);
    expect(failureOf(await tryAct(school.hr, 'checkCard', id))).toBe('FORBIDDEN');
    expect(codesOf(await act(school.deputy, 'checkCard', id)), 'his own part is empty').toEqual(['CARD_INCOMPLETE']);
    await fill(school, id);
    expect(codesOf(await act(school.deputy, 'checkCard', id))).toEqual([]);
    expect(await cardOf(school.deputy, id)).toMatchObject({ checkedAt: expect.anything() as unknown, canCheck: false });
    await save(school.deputy, id, 'health_conditions', { text: 'Дополнено' });
    expect(await cardOf(school.deputy, id)).toMatchObject({ checkedAt: null, canCheck: true });
  });

  it('[CH-12] the teacher sees his own card and can change nothing in it', async () => {
    const { id, account } = await entered(school);
    const teacher = await signIn(school, account);
    const own = (await said(teacher, OWN, {})) as {
      ownCards: { id: string; card: { sections: { editable: boolean }[]; canConfirm: boolean } }[];
    };
    expect(own.ownCards).toMatchObject([{ id, card: { canConfirm: false } }]);
    expect(own.ownCards[0]?.card.sections.some((s) => s.editable)).toBe(false);
    const saveIt = 'mutation ($input: SaveCardEntryInput!) { saveCardEntry(input: $input) { problems { code } } }';
    const value = { employeeId: id, indicatorId: 'education', value: { level: 'Высшее' } };
    expect(failureOf(await ask(teacher, saveIt, { input: value }))).toBe('FORBIDDEN');
    for (const field of ['confirmCard', 'checkCard', 'dismissEmployee'] as const)
      expect(failureOf(await tryAct(teacher, field, id))).toBe('FORBIDDEN');
    const another = await signIn(school, (await entered(school)).account);
    expect(await find(another, id)).toBeNull();
  });
});

const entryOf = ({ entry }: { entry: { id: string; version: number } | null }) => ({ entryId: entry?.id, version: entry?.version });

describe('who sees a card', () => {
  it('another school, another municipality and another role see nothing, and a missing card looks the same', async () => {
    const { id } = await entered(school, { lastName: 'Скрытная' });
    const stranger = await makeSchool(region, await makePlace(region));
    for (const who of [stranger.hr, stranger.deputy, await person('COORDINATOR', region)]) {
      expect(await find(who, id)).toBeNull();
      expect(await listed(who, 'Скрытная')).toEqual([]);
    }
    for (const role of ['EXPERT', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR', 'TEACHER'] as const) {
      const who = await person(role, region, { place: school.place });
      expect(await find(who, id), role).toBeNull();
      expect(failureOf(await ask(who, LIST, {})), role).toBe('FORBIDDEN');
    }
    for (const field of ['confirmCard'] as const) expect(failureOf(await tryAct(stranger.hr, field, id))).toBe('NOT_FOUND');
    expect(failureOf(await tryAct(stranger.deputy, 'checkCard', id))).toBe('NOT_FOUND');
    const input = { employeeId: id, indicatorId: 'education', value: { level: 'Высшее' } };
    const saveIt = 'mutation ($input: SaveCardEntryInput!) { saveCardEntry(input: $input) { problems { code } } }';
    expect(failureOf(await ask(stranger.hr, saveIt, { input }))).toBe('NOT_FOUND');
    const own = await person('COORDINATOR', region, { place: school.place });
    expect((await listed(own, 'Скрытная')).map((e) => e.id)).toEqual([id]);
  });

  it('where the school keeps no cards there are none: reads are empty, acts are nobody’s', async () => {
    const samara = await makeRegion();
    const place = await makePlace(samara);
    const hr = await person('SCHOOL_HR', samara, { place });
    expect(await listed(hr)).toEqual([]);
    const teacher = await person('TEACHER', samara);
    expect(await said(teacher, OWN, {})).toEqual({ ownCards: [] });
    const input = { snils: newSnils(), ...details };
    const document = 'mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { problems { code } } }';
    expect(failureOf(await ask(hr, document, { input }))).toBe('FORBIDDEN');
  });
});
