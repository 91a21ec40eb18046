import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { readFragment } from '@/gql/fragment-masking';
import { type ApplicationFilter, type ApplicationSort, CaseRow_ApplicationFragmentDoc, CasesDocument } from '@/gql/graphql';
import { now } from '@/server/clock';
import { type GraphQLContext, getViewer } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplications, visibleApplicationsSql } from '@/server/visibility';
import { as, dataOf, failureOf, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { appoint, assignmentOf, declare, makeCase, makeExpert } from '../assessment/assessment.fixture';
import { makeMeeting, putDown } from '../commission/commission.fixture';

let region: Region;
let operator: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion();
  operator = await as('OPERATOR', { region });
});

async function list(
  context: GraphQLContext,
  filter: ApplicationFilter = {},
  sort: ApplicationSort = 'NAME_ASC',
  after: string | null = null,
) {
  const { applications } = dataOf(await execute(CasesDocument, { filter, sort, after }, context));
  const rows = readFragment(
    CaseRow_ApplicationFragmentDoc,
    applications.edges.map((edge) => edge.node),
  );
  return { rows, ids: rows.map((row) => row.id), total: applications.totalCount, page: applications.pageInfo };
}

/** A case in a place of its own, named as wished, so that a search or the place finds just the cases of one test. */
async function named(lastName: string, given: { status?: string; firstName?: string; place?: Awaited<ReturnType<typeof makePlace>> } = {}) {
  const found = await makeCase(region, given.status ?? 'REGISTERED', given.place);
  const { firstName = 'Анна' } = given;
  await prisma.application.update({ where: { id: found.application.id }, data: { lastName, firstName } });
  return found;
}

describe('who sees which cases', () => {
  it('the filter of the lists and the filter of records let through the same rows for every role', async () => {
    const place = await makePlace(region);
    const one = await makeCase(region, 'READY', place);
    await prisma.application.update({ where: { id: one.application.id }, data: { submittedAt: null, status: 'DRAFT' } });
    await makeCase(region, 'READY', place);
    const seen = await makeCase(region, 'READY');
    const expert = await makeExpert(region);
    await appoint(operator, seen, [expert]);
    await makeCase(await makeNeighbour(region));
    const account = await prisma.account.findUniqueOrThrow({ where: { id: one.application.accountId } });
    const contexts: [Role, GraphQLContext][] = [['EXPERT', expert.context]];
    for (const role of ROLES.filter((r) => r !== 'EXPERT')) {
      contexts.push([role, await as(role, { region, place, ...(role === 'TEACHER' && { account }) })]);
    }
    for (const [role, context] of contexts) {
      const viewer = getViewer(context);
      const records = await prisma.application.findMany({ where: visibleApplications(viewer), select: { id: true } });
      const rows = await prisma.$queryRaw<{ id: string }[]>(
        Prisma.sql`select a.id from "Application" a where ${visibleApplicationsSql(viewer)}`,
      );
      expect([role, rows.map((r) => r.id).sort()]).toEqual([role, records.map((r) => r.id).sort()]);
      expect([role, records.length > 0]).toEqual([role, true]);
    }
  });

  it('a coordinator those of his municipality, staff no drafts, nobody another region', async () => {
    const place = await makePlace(region);
    const mine = await named('Своя', { place });
    const other = await named('Чужая');
    const draft = await named('Черновик', { place });
    await prisma.application.update({ where: { id: draft.application.id }, data: { submittedAt: null, status: 'DRAFT' } });
    const coordinator = await as('COORDINATOR', { region, place });
    expect((await list(coordinator)).ids).toEqual([mine.application.id]);
    // Asking for another's municipality opens nothing.
    expect((await list(coordinator, { municipalityId: other.place.municipality.id })).ids).toEqual([]);
    expect((await list(operator, { municipalityId: place.municipality.id })).ids).toEqual([mine.application.id]);
    const stranger = await as('OPERATOR', { region: await makeNeighbour(region) });
    expect((await list(stranger)).ids).toEqual([]);
  });

  it('the words of the statuses are for staff', async () => {
    const { applicationStatuses } = dataOf(await execute(CasesDocument, { sort: 'NAME_ASC' }, operator));
    expect(applicationStatuses.find((word) => word.label === 'В РАБОТЕ')?.statuses).toEqual(['PREPARATION', 'READY', 'EXPERTISE']);
    expect(applicationStatuses.flatMap((word) => word.statuses)).not.toContain('DRAFT');
    expect(failureOf(await execute('{ applicationStatuses { label } }', {}, await as('TEACHER', { region })))).toBe('FORBIDDEN');
  });
});

describe('a list is filtered', () => {
  it('by status, meeting, name, number and the answer of the employer', async () => {
    const place = await makePlace(region);
    const here = { municipalityId: place.municipality.id };
    const one = await named('Щербакова', { place });
    const two = await named('Юсупова', { place, status: 'READY' });
    const meeting = await makeMeeting(region);
    await putDown(one, meeting);
    const at = now();
    await prisma.employerConfirmation.create({
      data: {
        id: newId(),
        regionId: region.id,
        applicationId: two.application.id,
        organisationId: place.organisation.id,
        status: 'DISPUTED',
        askedAt: at,
      },
    });
    expect((await list(operator, { ...here, status: ['READY'] })).ids).toEqual([two.application.id]);
    expect((await list(operator, { meetingId: meeting.id })).ids).toEqual([one.application.id]);
    expect((await list(operator, { ...here, search: 'щЕРБ' })).ids).toEqual([one.application.id]);
    expect((await list(operator, { ...here, search: two.application.number?.slice(-9) })).ids).toEqual([two.application.id]);
    expect((await list(operator, { ...here, search: '%' })).ids).toEqual([]);
    await prisma.application.update({
      where: { id: one.application.id },
      data: { lastName: 'Кузнецов', firstName: 'Артём', patronymic: 'Ильич' },
    });
    const number = one.application.number ?? '';
    for (const search of [
      'Кузнецов Артем',
      'Артём Кузнецов',
      'кузнецов  артём',
      'ильич куз',
      number.replaceAll('-', '–'),
      `№ ${number}`,
      `№${number}`,
      number.replaceAll('-', ' '),
    ])
      expect((await list(operator, { ...here, search })).ids).toEqual([one.application.id]);
    expect((await list(operator, { ...here, search: 'Кузнецов Пётр' })).ids).toEqual([]);
    expect((await list(operator, { ...here, employerConfirmation: ['DISPUTED'] })).ids).toEqual([two.application.id]);
    expect((await list(operator, here)).total).toBe(2);
  });

  it('by experts that are missing or have left', async () => {
    const place = await makePlace(region);
    const here = { municipalityId: place.municipality.id };
    const missing = await named('Без', { place, status: 'READY' });
    const full = await named('Все', { place, status: 'READY' });
    await named('Рано', { place, status: 'REGISTERED' });
    const experts = [await makeExpert(region), await makeExpert(region)];
    await appoint(operator, full, experts);
    expect((await list(operator, { ...here, needsExperts: true })).ids).toEqual([missing.application.id]);
    expect((await list(operator, { ...here, needsExperts: false })).ids).toEqual([full.application.id]);
    const [lost] = experts;
    if (lost) await declare(lost, await assignmentOf(full, lost), { reason: 'Мы работали вместе' });
    expect((await list(operator, { ...here, openConflict: true })).ids).toEqual([full.application.id]);
    expect((await list(operator, { ...here, openConflict: false })).ids).not.toContain(full.application.id);
  });

  it.each(['SCHOOL_HEAD', 'EXPERT'] as const)('not by what became of the experts for %s, who reads nothing of them', async (role) => {
    const who = await as(role, { region });
    for (const filter of [{ needsExperts: true }, { needsExperts: false }, { openConflict: true }, { openConflict: false }])
      await expect(list(who, filter)).rejects.toThrow('FORBIDDEN');
  });

  it('by cases that go on, missed terms and those that end soon', async () => {
    const place = await makePlace(region);
    const here = { municipalityId: place.municipality.id };
    const late = await named('Опоздали', { place, status: 'READY' });
    const soon = await named('Скоро', { place, status: 'READY' });
    const ended = await named('Кончено', { place, status: 'GRANTED' });
    const term = async (id: string, status: string, days: number) => {
      const until = new Date(now().getTime() + days * 86_400_000);
      const row = { id: newId(), regionId: region.id, applicationId: id, termId: 'appoint_experts', warned: [] };
      await prisma.deadline.create({ data: { ...row, status, startedAt: now(), untilDate: until, lapsesAt: until } });
    };
    await term(late.application.id, 'LAPSED', -2);
    await term(soon.application.id, 'RUNNING', 3);
    await term(ended.application.id, 'LAPSED', -2);
    expect((await list(operator, { ...here, overdue: true })).ids).toEqual([late.application.id]);
    expect((await list(operator, { ...here, dueWithinDays: 7 })).ids).toEqual([soon.application.id]);
    expect((await list(operator, { ...here, dueWithinDays: 1 })).ids).toEqual([]);
    expect((await list(operator, { ...here, dueWithinDays: 2_000_000_000 })).ids).toEqual([soon.application.id]);
    expect((await list(operator, { ...here, open: false })).ids).toEqual([ended.application.id]);
    expect((await list(operator, { ...here, open: true })).total).toBe(2);
    // A term that was given again is missed no more.
    await term(late.application.id, 'RUNNING', 9);
    expect((await list(operator, { ...here, overdue: true })).ids).toEqual([]);
  });
});

describe('a long list comes in pages', () => {
  const NAMES = ['Евсеев', 'Ежова', 'Ёжикова', 'Ёлкин', 'Елкин', 'Алёхин', 'Алехина', 'Жуков', 'Яшин', 'Ёлкина'];

  it('by name as the alphabet has it (Ё beside Е), each case once, none lost between pages', async () => {
    const place = await makePlace(region);
    for (let round = 0; round < 3; round += 1) {
      for (const name of NAMES) await named(name, { place, firstName: ['Анна', 'Ёся', 'Ева'][round] });
    }
    const filter = { municipalityId: place.municipality.id };
    const first = await list(operator, filter);
    expect([first.ids.length, first.page.hasNextPage, first.total]).toEqual([25, true, 30]);
    const second = await list(operator, filter, 'NAME_ASC', first.page.endCursor);
    expect([second.ids.length, second.page.hasNextPage]).toEqual([5, false]);
    expect(new Set([...first.ids, ...second.ids]).size).toBe(30);
    const names = [...first.rows, ...second.rows].map((row) => row.fullName.split(' ').slice(0, 2).join(' '));
    const order = new Intl.Collator('ru');
    const sorted = [...names].sort((a, b) => {
      const [x = '', p = ''] = a.split(' ');
      const [y = '', q = ''] = b.split(' ');
      return order.compare(x, y) || order.compare(p, q);
    });
    expect(names).toEqual(sorted);
    expect(names.findIndex((n) => n.startsWith('Ёжикова'))).toBeLessThan(names.findIndex((n) => n.startsWith('Жуков')));
  });

  it('by change and by number just as well; a cursor that is no cursor begins anew', async () => {
    const place = await makePlace(region);
    for (let k = 0; k < 27; k += 1) await named('Равная', { place });
    const filter = { municipalityId: place.municipality.id };
    for (const sort of ['CHANGED_DESC', 'NUMBER_ASC', 'TERM_ASC'] as const) {
      const first = await list(operator, filter, sort);
      const second = await list(operator, filter, sort, first.page.endCursor);
      expect([sort, new Set([...first.ids, ...second.ids]).size]).toEqual([sort, 27]);
    }
    const broken = await execute(CasesDocument, { filter, sort: 'NAME_ASC', after: 'ничего' }, operator);
    expect(failureOf(broken) ?? dataOf(broken).applications.edges.length).not.toBe('INTERNAL');
  });
});
