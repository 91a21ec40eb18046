import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayIn } from '@/domain/days';
import type { Region } from '@/generated/prisma/client';
import { aheadMs, moveClock } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { newId } from '@/server/ids';
import { beginPeriods } from '@/server/jobs/beginPeriods';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { APPOINT, REFUSE_INTAKE, REGISTER, SET_PERIOD } from '@/server/walk/documents';
import { as, dataOf, failureOf, giveRole, makeAccount, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { APPROVE, act, ask, codes, makeSent, readCase, readSchedule } from './schedule.fixture';

let region: Region;
let place: Place;
let coordinator: GraphQLContext;
let operator: GraphQLContext;
let stranger: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion('tomsk');
  place = await makePlace(region);
  coordinator = await as('COORDINATOR', { region, place });
  operator = await as('OPERATOR', { region });
  stranger = await as('COORDINATOR', { region });
});
afterEach(() => moveClock(0));

const SIMPLIFIED = { values: { attestation_form: 'simplified' } };
const register = (who: GraphQLContext, { id }: { id: string }) => codes(who, REGISTER, { id });
const setPeriod = (who: GraphQLContext, { id }: { id: string }, periodId: string) =>
  codes(who, SET_PERIOD, { input: { applicationId: id, periodId } });
const approve = (who: GraphQLContext, periodId: string, at = place) =>
  act(who, APPROVE, { input: { municipalityId: at.municipality.id, periodId } });

/** An expert of the place whose school is another. */
async function makeExpert(at = place): Promise<string> {
  const { municipality } = at;
  const organisation = await prisma.organisation.create({
    data: { id: newId(), regionId: region.id, municipalityId: municipality.id, name: `Лицей ${newId()}` },
  });
  const account = await makeAccount();
  await giveRole('EXPERT', { region, place: { municipality, organisation }, account });
  return (await prisma.expert.findFirstOrThrow({ where: { accountId: account.id } })).id;
}
const appoint = async (who: GraphQLContext, { id }: { id: string }) =>
  codes(who, APPOINT, { id, experts: [await makeExpert(), await makeExpert()] });

interface Window {
  id: string;
  label: string;
  startsOn: string;
  endsOn: string;
}
const periods = async (past = false) => {
  const document = 'query ($past: Boolean) { attestationPeriods(past: $past) { id label startsOn endsOn } }';
  return dataOf(await ask<{ attestationPeriods: Window[] }>(coordinator, document, { past })).attestationPeriods;
};
/** A period that has not begun. */
const coming = async (no = 0) => {
  const today = dayIn(region.timezone, new Date());
  const found = (await periods()).filter((p) => p.startsOn > today)[no];
  if (!found) throw new Error('no period ahead');
  return found;
};

/** A case that stands in the preparation with a period and its experts. */
async function prepared(periodId: string, at = place, lastName?: string) {
  const found = await makeSent(region, at, lastName ? { lastName } : {});
  const who = await as('COORDINATOR', { region, place: at });
  expect(await register(who, found)).toEqual([]);
  expect(await setPeriod(who, found, periodId)).toEqual([]);
  return found;
}

describe('registration', () => {
  it('[TM-10] [TM-33] [TM-37] the coordinator registers an application of his municipality, and that alone moves it into the schedule', async () => {
    const found = await makeSent(region, place);
    expect(await readCase(coordinator, found.id)).toMatchObject({ statusLabel: 'Новое заявление', number: null });
    expect(failureOf(await ask(stranger, REGISTER, { id: found.id }))).toBe('NOT_FOUND');
    expect(await register(coordinator, found)).toEqual([]);
    const seen = await readCase(coordinator, found.id);
    expect(seen).toMatchObject({ status: 'PREPARATION', statusLabel: 'Не выбран период', number: expect.stringMatching(/^70-/) });
    expect(seen.caseLine.find((step) => step.state === 'now')).toMatchObject({ key: 'schedule', label: 'График' });
    expect(seen.whoseMove[0]).toMatchObject({ action: 'set_period', roles: ['COORDINATOR', 'OPERATOR'] });
    expect(seen.viewerActions.map((a) => a.action)).not.toContain('schedule');
    expect(await register(coordinator, found)).toEqual(['WRONG_STATUS']);
    const letters = await prisma.notification.findMany({ where: { applicationId: found.id, role: 'TEACHER' } });
    expect(
      letters.map((letter) => letter.letterId),
      'one act, one letter',
    ).toEqual(['registered']);
    expect(letters[0]?.body).toContain('Сейчас: «Не выбран период»');
    const [open] = await readSchedule(coordinator);
    expect(open?.rows.map((row) => row.application)).toContainEqual(
      expect.objectContaining({ id: found.id, statusLabel: 'Не выбран период' }),
    );
  });

  it('[TM-10] [TM-34] the simplified form is registered by the operator alone; the coordinator sees it and may decline it', async () => {
    const found = await makeSent(region, place, SIMPLIFIED);
    const offered = async (who: GraphQLContext) => (await readCase(who, found.id)).viewerActions.filter((a) => a.open).map((a) => a.action);
    expect(await offered(coordinator)).toEqual(expect.arrayContaining(['refuse_intake']));
    expect(await offered(coordinator)).not.toContain('register');
    expect(await offered(operator)).toContain('register');
    expect(await register(coordinator, found)).toEqual(['NOT_YOUR_MOVE']);
    expect(await register(operator, found)).toEqual([]);

    const unfit = await makeSent(region, place, SIMPLIFIED);
    const reasonId = (await reasons(unfit.id))[0]?.id;
    const input = { id: unfit.id, reasonId, text: 'Результаты не подтверждены документами' };
    expect(await codes(coordinator, REFUSE_INTAKE, { input: { ...input, reasonId: 'made_up' } })).toEqual(['REASON_NOT_ALLOWED']);
    expect(await codes(coordinator, REFUSE_INTAKE, { input })).toEqual([]);
    expect(await readCase(coordinator, unfit.id)).toMatchObject({ statusLabel: 'Отклонено' });
  });

  it('[TM-10] the operator registers a general form only where the municipality has no coordinator, and the history says so', async () => {
    const found = await makeSent(region, place);
    const register_ = (await readCase(operator, found.id)).viewerActions.find((a) => a.action === 'register');
    expect(register_).toMatchObject({ open: false });
    expect(await register(operator, found)).toEqual(['COORDINATOR_REGISTERS']);

    const empty = await makePlace(region);
    const orphan = await makeSent(region, empty);
    expect((await readCase(operator, orphan.id)).whoseMove[0]).toMatchObject({ action: 'register', roles: ['OPERATOR'] });
    expect(await register(operator, orphan)).toEqual([]);
    const seen = await readCase(operator, orphan.id);
    expect(seen).toMatchObject({ statusLabel: 'Не выбран период' });
    expect(seen.timeline.map((line) => line.text)).toContain(
      'Заявление зарегистрировал оператор: в муниципалитете нет действующего координатора',
    );
    // Somebody who was the coordinator and is no more is none.
    const left = await makeSent(region, empty);
    const { accountId } = (await as('COORDINATOR', { region, place: empty })).viewer ?? {};
    expect(await register(operator, left)).toEqual(['COORDINATOR_REGISTERS']);
    await prisma.roleAssignment.updateMany({ where: { accountId, role: 'COORDINATOR' }, data: { removedAt: new Date() } });
    expect(await register(operator, left)).toEqual([]);
  });

  it('[TM-30] the form names the held category with «не имею», and three forms of attestation', async () => {
    const teacher = await as('TEACHER', { region });
    const document = '{ applicationForm { fields { id options { value label } } categories { label } } }';
    interface Field {
      id: string;
      options: { value: string; label: string }[];
    }
    interface Form {
      fields: Field[];
      categories: { label: string }[];
    }
    const { fields, categories } = dataOf(await ask<{ applicationForm: Form }>(teacher, document, {})).applicationForm;
    expect(fields.find((f) => f.id === 'attestation_form')?.options.map((o) => o.label)).toEqual(['очно', 'дистанционно', 'упрощенно']);
    const found = await makeSent(region, place);
    const seen = 'query ($id: UUID!) { application(id: $id) { answers { fieldId value } } }';
    const { application } = dataOf(
      await ask<{ application: { answers: { fieldId: string; value: string }[] } }>(coordinator, seen, { id: found.id }),
    );
    expect(application.answers).toContainEqual({ fieldId: 'held_category', value: 'не имею' });
    expect(categories.map((c) => c.label)).toContain('Первая');
  });
});

const reasons = async (id: string) => {
  const document = 'query ($id: UUID!) { application(id: $id) { refusalReasons { id } } }';
  const { application } = dataOf(await ask<{ application: { refusalReasons: { id: string }[] } }>(coordinator, document, { id }));
  return application.refusalReasons;
};

describe('periods', () => {
  it('[TM-39] are windows of two months that overlap by one, through the school year, and never close the door', async () => {
    const all = await periods(true);
    const from = all.findIndex((p) => p.label.startsWith('сентябрь-октябрь'));
    expect(all.slice(from, from + 8).map((p) => p.label.replace(/ \d{4}$/, ''))).toEqual([
      'сентябрь-октябрь',
      'октябрь-ноябрь',
      'ноябрь-декабрь',
      'декабрь-январь',
      'январь-февраль',
      'февраль-март',
      'март-апрель',
      'апрель-май',
    ]);
    const [first, second] = all.slice(from);
    expect(first?.startsOn.slice(5)).toBe('09-01');
    expect(first?.endsOn.slice(5)).toBe('10-31');
    expect(second && first && second.startsOn < first.endsOn).toBe(true);
    const today = new Date().toISOString().slice(0, 10);
    expect((await periods()).every((p) => p.endsOn >= today)).toBe(true);
  });

  it('an ended or made-up one is refused', async () => {
    const found = await makeSent(region, place);
    await register(coordinator, found);
    const put = (periodId = '') => setPeriod(coordinator, found, periodId);
    const ended = (await periods(true)).find((p) => p.endsOn < new Date().toISOString().slice(0, 10));
    expect(await put(ended?.id)).toEqual(['DATE_IN_PAST']);
    expect(await put('2031-none')).toEqual(['VALUE_NOT_LISTED']);
    expect(await readCase(coordinator, found.id)).toMatchObject({ status: 'PREPARATION', statusLabel: 'Не выбран период' });
  });
});

describe('the schedule', () => {
  it('[TM-11] [TM-36] the coordinator sets the period and appoints the experts, and every row is marked with what it has', async () => {
    const at = await makePlace(region);
    const own = await as('COORDINATOR', { region, place: at });
    const { id: periodId } = await coming();
    const found = await makeSent(region, at);
    await register(own, found);
    const row = async (period?: string) => (await readSchedule(own, period ? { periodId: period } : {}))[0]?.rows[0];
    expect(await row()).toMatchObject({ expertsAppointed: false, application: { statusLabel: 'Не выбран период', period: null } });
    expect(await setPeriod(own, found, periodId)).toEqual([]);
    const [told] = await prisma.auditEntry.findMany({ where: { applicationId: found.id, action: 'set_period' } });
    expect(told?.data).toEqual({ changes: [{ field: 'periodId', from: null, to: periodId }] });
    expect(await readSchedule(own)).toEqual([]);
    const waiting = await makeSent(region, at, { status: 'PREPARATION' });
    const all = await readSchedule(own, { waiting: true });
    expect(
      all.map((s) => [s.period?.id ?? null, s.rows.map((r) => r.application.id)]),
      'without a period first',
    ).toEqual([
      [null, [waiting.id]],
      [periodId, [found.id]],
    ]);
    await prisma.application.update({ where: { id: waiting.id }, data: { status: 'WITHDRAWN' } });
    expect(await row(periodId)).toMatchObject({
      approved: false,
      expertsAppointed: false,
      application: { statusLabel: 'Эксперты не назначены', period: { id: periodId } },
    });
    expect(await codes(own, APPOINT, { id: found.id, experts: [await makeExpert(at), await makeExpert(at)] })).toEqual([]);
    expect(await row(periodId)).toMatchObject({ expertsAppointed: true, application: { statusLabel: 'Не утвержденный график' } });
    expect(await readSchedule(coordinator, { periodId, municipalityId: at.municipality.id })).toEqual([]);
    expect(failureOf(await ask(await as('SECRETARY', { region }), '{ schedule { status } }', {}))).toBe('FORBIDDEN');
  });

  it('[TM-37] takes in general applications only: the simplified form gets neither a row nor a period', async () => {
    const found = await makeSent(region, place, SIMPLIFIED);
    await register(operator, found);
    const { id: periodId } = await coming();
    expect(await readCase(operator, found.id)).toMatchObject({ status: 'REGISTERED', statusLabel: 'Зарегистрировано' });
    expect(await setPeriod(coordinator, found, periodId)).toEqual(['WRONG_STATUS']);
    expect(await setPeriod(operator, found, periodId)).toEqual(['WRONG_STATUS']);
    const rows = (await readSchedule(operator)).flatMap((s) => s.rows);
    expect(rows.map((row) => row.application.id)).not.toContain(found.id);
  });

  it('[TM-41] is approved by edition: who lacks experts stays out and is named, and stands in the other list', async () => {
    const { id: periodId } = await coming(1);
    const ready = await prepared(periodId, place, 'Берёзова');
    const lacking = await prepared(periodId, place, 'Осинин');
    const read = async () => (await readSchedule(coordinator, { periodId }))[0];
    expect((await read())?.heading).toMatch(
      /^График проведения аттестации педагогических работников муниципального образования «.+» в целях установления квалификационной категории в [а-я]+е/,
    );
    expect((await read())?.viewerActions).toEqual([
      { action: 'approve_schedule_edition', open: false, closedBy: [{ code: 'EXPERTS_NOT_CONFIRMED' }] },
    ]);
    expect((await approve(coordinator, periodId)).problems.map((p) => p.code)).toEqual(['EXPERTS_NOT_CONFIRMED']);
    await appoint(coordinator, ready);
    expect(failureOf(await ask(stranger, APPROVE, { input: { municipalityId: place.municipality.id, periodId } }))).toBe('NOT_FOUND');
    expect((await read())?.statusLabel).toBe('Не утвержденный график');

    const answer = await approve(coordinator, periodId);
    expect(answer).toMatchObject({ problems: [], approved: 1, leftOut: [expect.stringMatching(/^Осинин/)] });
    expect(await read()).toMatchObject({ status: 'APPROVED', statusLabel: 'Утвержденный график', edition: 1 });
    const lists = (await read())?.rows.map((row) => [row.application.id, row.approved]);
    expect(lists).toEqual([
      [ready.id, true],
      [lacking.id, false],
    ]);
    const seen = await readCase(coordinator, ready.id);
    expect(seen).toMatchObject({ status: 'READY', statusLabel: 'Утвержденный график', scheduleStatusLabel: 'Утвержденный график' });
    expect(seen.timeline.map((line) => line.text)).toContainEqual(expect.stringMatching(/^Утверждена редакция графика: /));
    expect(await readCase(coordinator, lacking.id)).toMatchObject({ status: 'PREPARATION', statusLabel: 'Эксперты не назначены' });

    await appoint(coordinator, lacking);
    expect(await approve(operator, periodId)).toMatchObject({ approved: 1, leftOut: [] });
    expect(await read()).toMatchObject({ edition: 2, viewerActions: [] });
    expect((await approve(operator, periodId)).problems.map((p) => p.code)).toEqual(['WRONG_STATUS']);
  });

  it('one of two experts is not both: the row, the closed approval and the term wait for the second', async () => {
    const at = await makePlace(region);
    const { id: periodId } = await coming(1);
    const found = await prepared(periodId, at, 'Полунина');
    const seat = async () => codes(operator, APPOINT, { id: found.id, experts: [await makeExpert(at)] });
    const state = async () => {
      const term = await prisma.deadline.findFirstOrThrow({ where: { applicationId: found.id, termId: 'appoint_experts' } });
      const [seen] = await readSchedule(operator, { periodId, municipalityId: at.municipality.id });
      return { term: term.status, appointed: seen?.rows[0]?.expertsAppointed, open: seen?.viewerActions[0]?.open };
    };
    expect(await seat()).toEqual([]);
    expect(await state()).toEqual({ term: 'RUNNING', appointed: false, open: false });
    expect(await seat()).toEqual([]);
    expect(await state()).toEqual({ term: 'MET', appointed: true, open: true });
  });

  it('two who approve at once make one edition', async () => {
    const at = await makePlace(region);
    const { id: periodId } = await coming();
    const found = await prepared(periodId, at);
    await codes(operator, APPOINT, { id: found.id, experts: [await makeExpert(at), await makeExpert(at)] });
    const both = await Promise.all([approve(operator, periodId, at), approve(operator, periodId, at)]);
    expect(both.map((a) => a.approved).sort()).toEqual([0, 1]);
    expect((await readSchedule(operator, { periodId, municipalityId: at.municipality.id }))[0]).toMatchObject({ edition: 1 });
  });

  it('[TM-41] a case that changes its period leaves the edition, and the schedule says that it was changed', async () => {
    const [first, second] = [await coming(2), await coming(3)];
    const found = await prepared(first.id);
    await appoint(coordinator, found);
    await approve(coordinator, first.id);
    expect(await setPeriod(coordinator, found, second.id)).toEqual([]);
    const [row] = await prisma.schedule.findMany({ where: { municipalityId: place.municipality.id, periodId: first.id } });
    expect(row).toMatchObject({ status: 'CHANGED_AFTER_APPROVAL', edition: 1 });
    const now = (await readSchedule(coordinator, { periodId: second.id }))[0];
    expect(now).toMatchObject({ status: 'DRAFT', rows: [{ approved: false, application: { id: found.id } }] });
    expect(await readSchedule(coordinator, { periodId: first.id })).toEqual([]);
    expect(await approve(coordinator, second.id)).toMatchObject({ approved: 1 });
  });

  it('the first day of its period begins the review, once', async () => {
    const { id: periodId, startsOn } = await coming();
    const found = await prepared(periodId);
    await appoint(coordinator, found);
    await approve(coordinator, periodId);
    await watchTerms();
    expect(await readCase(coordinator, found.id)).toMatchObject({ status: 'READY' });
    await moveClock(aheadMs() + new Date(`${startsOn}T06:00:00Z`).getTime() - Date.now());
    await Promise.all([watchTerms(), watchTerms()]);
    expect(await readCase(coordinator, found.id)).toMatchObject({ status: 'EXPERTISE' });
    expect(await prisma.timelineEntry.count({ where: { applicationId: found.id, kind: 'open_review' } })).toBe(1);
    expect(await beginPeriods(new Date())).toBe(0);
  });

  it('a case that left its edition is not reviewed until the schedule of its new period is approved', async () => {
    const at = await makePlace(region);
    const [first, second] = [await coming(), await coming(1)];
    const found = await prepared(first.id, at);
    await codes(operator, APPOINT, { id: found.id, experts: [await makeExpert(at), await makeExpert(at)] });
    await approve(operator, first.id, at);
    expect(await setPeriod(operator, found, second.id)).toEqual([]);
    await moveClock(aheadMs() + new Date(`${second.startsOn}T06:00:00Z`).getTime() - Date.now());
    await watchTerms();
    expect(await readCase(operator, found.id)).toMatchObject({ status: 'READY' });
    expect(await approve(operator, second.id, at)).toMatchObject({ approved: 1 });
    expect(await readCase(operator, found.id)).toMatchObject({ status: 'EXPERTISE' });
  });
});
