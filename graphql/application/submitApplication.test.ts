import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '@/domain/days';
import { ROLES } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import {
  CreateApplicationDocument,
  DiscardApplicationDocument,
  ResubmitApplicationDocument,
  SubmitApplicationDocument,
  TeacherCaseDocument,
  TeacherHomeDocument,
  WithdrawApplicationDocument,
} from '@/gql/graphql';
import { isoDay } from '@/server/facts';
import { prisma } from '@/server/prisma';
import { codesOf, dataOf, failureOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';
import {
  ask,
  attach,
  begin,
  discard,
  filled,
  pathsOf,
  person,
  resubmit,
  rowOf,
  said,
  save,
  sent,
  submit,
  withdraw,
} from './application.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
const lettersOf = (applicationId: string) => prisma.notification.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });

describe('sending an application', () => {
  it('gives it a number, a portfolio, a place on the next agenda and letter 2 with the day of the session [SM-17] [SM-18] [SM-26]', async () => {
    const { who, id } = await filled(region);
    const { application, problems } = await submit(who, id);
    expect(problems).toEqual([]);
    expect(application?.number).toMatch(/^63-\d\d-\d{5}$/);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'REGISTERED', number: application?.number });
    expect(row.submittedAt && row.registeredAt).toBeTruthy();
    const [item] = await prisma.agendaItem.findMany({ where: { applicationId: id }, include: { meeting: true } });
    expect(item).toMatchObject({ step: 'admission', meeting: { status: 'PLANNED' } });
    const letter = (await lettersOf(id)).find((l) => l.letterId === 'letter_2');
    expect(letter?.subject).toContain(application?.number ?? '-');
    expect(letter?.body).toContain(formatDay(isoDay(item?.meeting.date ?? new Date(0))));
    const seen = (await said(who, TeacherCaseDocument, { id, lines: 10 })).application;
    expect(seen?.portfolio).toMatchObject({ status: 'DRAFT', editable: true });
    expect(seen?.timeline).toHaveLength(2);
  });

  it('asks the employer the same day, and only the organisation that was named [SM-10] [SM-11]', async () => {
    const place = await makePlace(region);
    const head = await person('SCHOOL_HEAD', region, { place });
    const stranger = await person('SCHOOL_HEAD', region);
    const { id } = await sent(region, {}, { place });
    const row = await rowOf(id);
    expect(row.employerConfirmation).toMatchObject({ status: 'ASKED', organisationId: place.organisation.id });
    expect(row.employerConfirmation?.askedAt).toEqual(row.registeredAt);
    const asked = (await lettersOf(id)).filter((l) => l.letterId === 'employer_request');
    expect(asked.map((l) => l.accountId)).toEqual([head.account.id]);
    expect(asked[0]?.body).toContain(`/school/applications/${id}`);
    const found = async (who: typeof head) => (await said(who, `query ($id: UUID!) { application(id: $id) { id } }`, { id })) as object;
    expect(await found(head)).toMatchObject({ application: { id } });
    expect(await found(stranger)).toMatchObject({ application: null });
  });

  it('shows the facts and the region’s own status words [SM-24] [SM-25]', async () => {
    const { who, id, place } = await filled(region);
    const seen = async () => (await said(who, TeacherCaseDocument, { id, lines: 1 })).application;
    expect(await seen()).toMatchObject({ statusLabel: 'Не подано', number: null });
    await submit(who, id);
    expect(await seen()).toMatchObject({
      statusLabel: 'НОВОЕ',
      fullName: 'Ёлкина Мария Аркадьевна',
      position: { label: 'Учитель' },
      category: { label: 'Первая' },
      organisation: { name: place.organisation.name, municipality: { name: place.municipality.name } },
      employerConfirmation: { statusLabel: 'Ожидает подтверждения' },
    });
    await prisma.application.update({ where: { id }, data: { status: 'PREPARATION' } });
    expect((await seen())?.statusLabel).toBe('В РАБОТЕ');
    await prisma.application.update({ where: { id }, data: { status: 'EXPERTISE_DONE' } });
    expect((await seen())?.statusLabel).toBe('ОБРАБОТКА ЗАКОНЧЕНА');
  });

  it('two presses at once give one number, one portfolio, one letter', async () => {
    const { who, id } = await filled(region);
    const answers = await Promise.all([submit(who, id), submit(who, id), submit(who, id)]);
    expect(answers.map((a) => codesOf(a)).filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['WRONG_STATUS', 'WRONG_STATUS']);
    expect((await lettersOf(id)).filter((l) => l.letterId === 'letter_2')).toHaveLength(1);
  });

  it('numbers of many senders are all different', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => filled(region)));
    const numbers = await Promise.all(made.map(async ({ who, id }) => (await submit(who, id)).application?.number));
    expect(new Set(numbers).size).toBe(4);
  });

  it('a first application names an account that had no name and meets its term for applying', async () => {
    const account = await makeAccount({ lastName: '', firstName: '', patronymic: '' });
    const who = await person('TEACHER', region, { account });
    const at = new Date();
    await prisma.deadline.create({
      data: {
        id: account.id,
        regionId: region.id,
        accountId: account.id,
        termId: 'credentials_life',
        startedAt: at,
        untilDate: at,
        lapsesAt: new Date(at.getTime() + 86_400_000),
        status: 'RUNNING',
      },
    });
    expect((await said(who, TeacherHomeDocument, {})).applyingTerm).toBeTruthy();
    await sent(region, {}, { who });
    expect(await prisma.account.findUnique({ where: { id: account.id } })).toMatchObject({ lastName: 'Ёлкина', firstName: 'Мария' });
    expect((await said(who, TeacherHomeDocument, {})).applyingTerm).toBeNull();
  });
});

describe('what keeps it from being sent', () => {
  it('every mandatory answer, each named [SM-08] [SM-13]', async () => {
    const who = await person('TEACHER', region);
    const id = await begin(who);
    const { problems, application } = await submit(who, id);
    expect(pathsOf({ problems })).toEqual([
      'REQUIRED field.education',
      'REQUIRED field.experience_total',
      'REQUIRED field.municipality',
      'REQUIRED field.organisation',
      'REQUIRED field.position',
      'REQUIRED field.requested_category',
      'REQUIRED field.data_consent',
    ]);
    expect(application?.number).toBeNull();
    expect(await rowOf(id)).toMatchObject({ status: 'DRAFT', submittedAt: null, employerConfirmation: null });
    expect(await lettersOf(id)).toEqual([]);
  });

  it('for the highest category: the category held and the scan [SM-14] [SM-15]', async () => {
    const made = await filled(region, { requested_category: 'highest' });
    expect(pathsOf(await submit(made.who, made.id))).toEqual([
      'REQUIRED field.held_category_document',
      'CATEGORY_NEEDS_HELD field.held_category',
    ]);
    await save(made.who, made.id, 'held_category', 'first');
    expect(pathsOf(await submit(made.who, made.id))).toEqual([
      'REQUIRED field.held_category_until',
      'REQUIRED field.held_category_document',
    ]);
    await save(made.who, made.id, 'held_category_until', '2020-01-31');
    await attach(made, 'held_category_document');
    expect(codesOf(await submit(made.who, made.id))).toEqual([]);
  });

  it('a first-timer leaves the category held empty [SM-16]', async () => {
    const { who, id } = await filled(region);
    expect((await rowOf(id)).values).not.toHaveProperty('held_category');
    expect(codesOf(await submit(who, id))).toEqual([]);
  });

  it('one open application for each position; another position is another application [SM-12]', async () => {
    const first = await sent(region);
    const again = await filled(region, {}, first);
    expect(pathsOf(await submit(first.who, again.id))).toEqual(['OPEN_APPLICATION_EXISTS field.position']);
    await save(first.who, again.id, 'position', 'speech_therapist_teacher');
    expect(codesOf(await submit(first.who, again.id))).toEqual([]);
    const third = await filled(region, {}, first);
    await withdraw(first.who, first.id, 'Подам позже');
    expect(codesOf(await submit(first.who, third.id))).toEqual([]);
  });

  it('two drafts for one position sent at once: one goes', async () => {
    const first = await filled(region);
    const second = await filled(region, {}, first);
    const answers = await Promise.all([submit(first.who, first.id), submit(first.who, second.id)]);
    expect(answers.flatMap(codesOf)).toEqual(['OPEN_APPLICATION_EXISTS']);
  });
});

describe('a draft', () => {
  it('is begun once, however often it is pressed', async () => {
    const who = await person('TEACHER', region);
    const ids = await Promise.all([begin(who), begin(who), begin(who)]);
    expect(new Set(ids).size).toBe(1);
  });

  it('is put away, kept, and seen no more; what was sent is not', async () => {
    const { who, id } = await filled(region);
    expect(codesOf(await discard(who, id))).toEqual([]);
    expect((await rowOf(id)).discardedAt).toBeTruthy();
    expect(failureOf(await ask(who, DiscardApplicationDocument, { id }))).toBe('NOT_FOUND');
    expect((await said(who, TeacherHomeDocument, {})).applications.edges).toEqual([]);
    const other = await sent(region);
    expect(codesOf(await discard(other.who, other.id))).toEqual(['WRONG_STATUS']);
  });
});

describe('a returned application', () => {
  it('is corrected and sent again under its number; a changed school is asked anew', async () => {
    const { who, id } = await sent(region);
    const before = await rowOf(id);
    const operator = await person('OPERATOR', region);
    const input = { id, reasonId: 'missing_answer', text: 'Укажите верное место работы' };
    const document = `mutation ($input: ReasonedInput!) { returnApplication(input: $input) { problems { code path } } }`;
    const reasons = (
      dataOf(await ask(operator, `query ($id: UUID!) { application(id: $id) { returnReasons { id } } }`, { id })) as {
        application: { returnReasons: { id: string }[] };
      }
    ).application.returnReasons;
    await said(operator, document, { input: { ...input, reasonId: reasons[0]?.id } });
    expect((await rowOf(id)).status).toBe('RETURNED');
    const place = await makePlace(region);
    await save(who, id, 'municipality', place.municipality.id);
    expect(pathsOf(await resubmit(who, id))).toEqual(['REQUIRED field.organisation']);
    await save(who, id, 'organisation', place.organisation.id);
    expect((await rowOf(id)).employerConfirmation).toMatchObject({ status: 'NOT_ASKED', organisationId: place.organisation.id });
    expect(codesOf(await resubmit(who, id))).toEqual([]);
    const after = await rowOf(id);
    expect(after).toMatchObject({ status: 'REGISTERED', number: before.number });
    expect(after.employerConfirmation).toMatchObject({ status: 'ASKED', organisationId: place.organisation.id });
    expect(codesOf(await resubmit(who, id))).toEqual(['WRONG_STATUS']);
  });
});

describe('withdrawing', () => {
  it('needs a reason and ends the case; the history says why', async () => {
    const { who, id } = await sent(region);
    expect(codesOf(await withdraw(who, id, '   '))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await withdraw(who, id, 'х'.repeat(2001)))).toEqual(['VALUE_TOO_LONG']);
    expect(codesOf(await withdraw(who, id, 'Перешла в другую школу'))).toEqual([]);
    const seen = (await said(who, TeacherCaseDocument, { id, lines: 1 })).application;
    expect(seen).toMatchObject({
      status: 'WITHDRAWN',
      statusLabel: 'Отозвано',
      withdrawal: { reason: 'Перешла в другую школу' },
      whoseMove: [],
    });
    expect(seen?.viewerActions).toEqual([]);
    expect(codesOf(await withdraw(who, id, 'Ещё раз'))).toEqual(['WRONG_STATUS']);
  });

  it('a draft is not withdrawn', async () => {
    const { who, id } = await filled(region);
    expect(codesOf(await withdraw(who, id, 'Передумала'))).toEqual(['WRONG_STATUS']);
  });
});

describe('who may', () => {
  const mutations = (id: string): [{ toString(): string }, object][] => [
    [SubmitApplicationDocument, { id }],
    [ResubmitApplicationDocument, { id }],
    [DiscardApplicationDocument, { id }],
    [WithdrawApplicationDocument, { input: { id, reason: 'x' } }],
  ];

  it.each(ROLES.filter((role) => role !== 'TEACHER'))('a %s neither begins, sends, discards nor withdraws', async (role) => {
    const { id } = await filled(region);
    const other = await person(role, region);
    expect(failureOf(await ask(other, CreateApplicationDocument, {}))).toBe('FORBIDDEN');
    for (const [document, variables] of mutations(id))
      expect(failureOf(await ask(other, document.toString(), variables))).toBe('FORBIDDEN');
  });

  it("another teacher's application does not exist", async () => {
    const { id } = await filled(region);
    const other = await person('TEACHER', region);
    for (const [document, variables] of mutations(id))
      expect(failureOf(await ask(other, document.toString(), variables))).toBe('NOT_FOUND');
    expect((await rowOf(id)).status).toBe('DRAFT');
  });
});
