import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/procedure/vocabulary';
import { CreateApplicationDocument, SubmitApplicationDocument } from '@/gql/graphql';
import { prisma } from '@/server/prisma';
import { codesOf, dataOf, failureOf, makePlace, makeRegion } from '@/testing/viewers';
import { save as answer, ask, begin, type Person, person, said, submit } from '../application/application.fixture';
import { act, cardOf, entered, fill, makeSchool, type School, save, signIn } from './employee.fixture';

let school: School;
beforeAll(async () => {
  const region = await makeRegion('chelyabinsk');
  school = await makeSchool(region, await makePlace(region));
});

const PORTFOLIO = `query ($id: UUID!) { application(id: $id) { status statusLabel submitProblems { code message } viewerActions { action open }
  fieldValues { fieldId value } portfolio { status statusLabel sentAt sections { indicators { id entries { text } } } } } }`;
interface Shown {
  application: {
    status: string;
    statusLabel: string;
    submitProblems: { code: string; message: string }[];
    viewerActions: { action: string; open: boolean }[];
    fieldValues: { fieldId: string; value: string }[];
    portfolio: { status: string; statusLabel: string; sections: { indicators: { id: string; entries: { text: string }[] }[] }[] } | null;
  };
}
const shown = async (who: Person, id: string) => (dataOf(await ask(who, PORTFOLIO, { id })) as Shown).application;
const valuesOf = ({ fieldValues }: Shown['application']) => Object.fromEntries(fieldValues.map(({ fieldId, value }) => [fieldId, value]));
const texts = async (who: Person, id: string) =>
  (await shown(who, id)).portfolio?.sections.flatMap((s) => s.indicators.flatMap((i) => i.entries.map((e) => `${i.id}: ${e.text}`)));

const MOVES = 'query ($id: UUID!) { application(id: $id) { whoseMove { action roleLabel yours } } }';
const moves = async (who: Person, id: string) =>
  (dataOf(await ask(who, MOVES, { id })) as { application: { whoseMove: { action: string; roleLabel: string; yours: boolean }[] } })
    .application.whoseMove;

interface Applying {
  employeeId: string;
  teacher: Person;
  id: string;
}
/** An employee with a filled card who has begun an application and answered what the card does not say. */
async function applying(): Promise<Applying> {
  const { id: employeeId, account } = await entered(school);
  await fill(school, employeeId);
  const teacher = await signIn(school, account);
  const id = await begin(teacher);
  await answer(teacher, id, 'email', 'm@example.org');
  await answer(teacher, id, 'requested_category', 'first');
  await answer(teacher, id, 'presence', 'without');
  await answer(teacher, id, 'card_checked', 'true');
  return { employeeId, teacher, id };
}
const confirm = (employeeId: string) => act(school.hr, 'confirmCard', employeeId);
const check = (employeeId: string) => act(school.deputy, 'checkCard', employeeId);
/** Filled, confirmed by the officer and looked through by the deputy head: the teacher may send. */
async function ready(employeeId: string): Promise<void> {
  expect(codesOf(await confirm(employeeId))).toEqual([]);
  expect(codesOf(await check(employeeId))).toEqual([]);
}

describe('an application and the school’s card', () => {
  it('begins with what the card says: the person, the place of work, the position; two presses begin one draft', async () => {
    const { account } = await entered(school, { lastName: 'Жаворонкова' });
    const teacher = await signIn(school, account);
    const id = await begin(teacher);
    expect(valuesOf(await shown(teacher, id))).toMatchObject({
      last_name: 'Жаворонкова',
      first_name: 'Мария',
      municipality: school.place.municipality.id,
      organisation: school.place.organisation.id,
      position: 'teacher',
    });
    expect(await prisma.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      lastName: 'Жаворонкова',
      organisationId: school.place.organisation.id,
      municipalityId: school.place.municipality.id,
      positionId: 'teacher',
    });
    expect((await said(teacher, CreateApplicationDocument, {})).createApplication.application?.id).toBe(id);
  });

  it('[CH-28] cannot be sent before the card is confirmed, and the refusal says whom to ask', async () => {
    const { teacher, id, employeeId } = await applying();
    await check(employeeId);
    const refused = await submit(teacher, id);
    expect(codesOf(refused)).toEqual(['CARD_NOT_CONFIRMED']);
    expect(refused.problems[0]?.message).toContain('кадрового работника вашей организации');
    expect(codesOf(await confirm(employeeId))).toEqual([]);
    expect(codesOf(await submit(teacher, id))).toEqual([]);
    expect(await shown(teacher, id)).toMatchObject({ status: 'REGISTERED', statusLabel: 'Зарегистрировано' });
  });

  it('cannot be sent before the deputy head has filled in his part and looked the card through, and the move is his', async () => {
    const { teacher, id, employeeId } = await applying();
    expect(codesOf(await confirm(employeeId))).toEqual([]);
    const refused = await submit(teacher, id);
    expect(codesOf(refused)).toEqual(['CARD_NOT_CHECKED']);
    expect(refused.problems[0]?.message).toContain('Заместитель директора ещё не проверил карточку');
    expect((await moves(teacher, id)).map((move) => `${move.action} ${move.roleLabel}`)).toEqual(['check_card Заместитель директора ОО']);
    expect(codesOf(await check(employeeId))).toEqual([]);
    expect(codesOf(await submit(teacher, id))).toEqual([]);
  });

  it('a card changed after its confirmation, of another position or of who has left opens nothing, each with its own reason', async () => {
    const { teacher, id, employeeId } = await applying();
    await ready(employeeId);
    await save(school.deputy, employeeId, 'health_conditions', { text: 'Физкультминутки' });
    expect(codesOf(await submit(teacher, id))).toEqual(['CARD_NOT_CONFIRMED', 'CARD_NOT_CHECKED']);
    await ready(employeeId);
    await answer(teacher, id, 'position', 'educational_psychologist');
    expect(codesOf(await submit(teacher, id))).toEqual(['CARD_DIFFERS']);
    await answer(teacher, id, 'position', 'teacher');
    await act(await person('OPERATOR', school.region), 'dismissEmployee', employeeId);
    expect(codesOf(await submit(teacher, id))).toEqual(['CARD_MISSING']);
  });

  it('a day of before that cannot be opens neither the confirmation nor the sending, and says whose it is to mend', async () => {
    const { teacher, id, employeeId } = await applying();
    await ready(employeeId);
    const written = await prisma.evidenceEntry.findFirstOrThrow({ where: { indicatorId: 'position_held', card: { employeeId } } });
    await prisma.evidenceEntry.update({ where: { id: written.id }, data: { value: { since: '2090-01-01' } } });
    const refused = await submit(teacher, id);
    expect(codesOf(refused)).toEqual(['CARD_OUT_OF_BOUNDS']);
    expect(refused.problems[0]?.message).toContain('Попросите кадрового работника');
    expect((await moves(teacher, id)).map((move) => move.action)).toEqual(['confirm_card']);
    expect((await cardOf(school.hr, employeeId)).problems).toMatchObject([
      { code: 'OUT_OF_BOUNDS', path: ['indicator', 'position_held', 'since'], message: expect.stringContaining('День назначения') },
    ]);
    await prisma.employeeCard.update({ where: { employeeId }, data: { status: 'DRAFT' } });
    expect(codesOf(await confirm(employeeId))).toEqual(['OUT_OF_BOUNDS']);
    const { version } = written;
    const mended = await save(school.hr, employeeId, 'position_held', { since: '2015-09-01' }, { entryId: written.id, version });
    expect(codesOf(mended)).toEqual([]);
    await ready(employeeId);
    expect(codesOf(await submit(teacher, id))).toEqual([]);
  });

  it('[CH-20] takes the card along as it was: what the school writes later is not in the case, and nothing can be added to it', async () => {
    const { teacher, id, employeeId } = await applying();
    await save(school.deputy, employeeId, 'publications', { title: 'Урок как событие' });
    await ready(employeeId);
    await submit(teacher, id);
    const sent = await texts(teacher, id);
    expect(sent).toContainEqual(expect.stringContaining('Урок как событие'));
    expect(await shown(teacher, id)).toMatchObject({ portfolio: { status: 'SENT', statusLabel: 'Карточка подтверждена' } });
    await save(school.deputy, employeeId, 'publications', { title: 'Написано после подачи' });
    expect(await texts(teacher, id)).toEqual(sent);
    const offered = (await shown(teacher, id)).viewerActions.map((a) => a.action);
    expect(offered).toEqual(['withdraw']);
    expect(codesOf(await answer(teacher, id, 'requested_category', 'highest'))).toEqual(['WRONG_STATUS']);
    const add = 'mutation ($input: SaveEvidenceEntryInput!) { saveEvidenceEntry(input: $input) { problems { code } } }';
    const input = { applicationId: id, indicatorId: 'publications', value: { title: 'Дополнение' } };
    const added = await ask(teacher, add, { input });
    const refused =
      failureOf(added) ?? codesOf((added.data as { saveEvidenceEntry: { problems: { code: string }[] } }).saveEvidenceEntry)[0];
    expect(['FORBIDDEN', 'WRONG_STATUS']).toContain(refused);
    expect(await texts(teacher, id)).toEqual(sent);
  });

  it('[CH-19] is sent by the teacher and by nobody else', async () => {
    const { teacher, id, employeeId } = await applying();
    await ready(employeeId);
    for (const role of ROLES.filter((r) => r !== 'TEACHER')) {
      const who = role === 'SCHOOL_HR' ? school.hr : await person(role, school.region, { place: school.place });
      expect(failureOf(await ask(who, SubmitApplicationDocument, { id })), role).toBe('FORBIDDEN');
    }
    expect(failureOf(await ask(await person('TEACHER', school.region), SubmitApplicationDocument, { id }))).toBe('NOT_FOUND');
    expect(codesOf(await submit(teacher, id))).toEqual([]);
  });

  it('a change of the card and the sending at the same moment: what went along is a card that was confirmed, whole', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { teacher, id, employeeId } = await applying();
      await save(school.deputy, employeeId, 'publications', { title: 'До' });
      await ready(employeeId);
      const before = (await prisma.evidenceEntry.findMany({ where: { card: { employeeId }, removedAt: null } })).length;
      const [sending] = await Promise.all([submit(teacher, id), save(school.deputy, employeeId, 'publications', { title: 'После' })]);
      const frozen = await prisma.evidenceEntry.findMany({ where: { applicationId: id } });
      if (codesOf(sending).length > 0) {
        expect(codesOf(sending)).toEqual(['CARD_NOT_CONFIRMED', 'CARD_NOT_CHECKED']);
        expect(frozen).toEqual([]);
      } else {
        expect(frozen).toHaveLength(before);
        expect(JSON.stringify(frozen)).not.toContain('После');
      }
    }
  });
});
