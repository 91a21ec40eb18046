import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Region } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { dataOf, type Place } from '@/testing/viewers';
import { ask, type Person, person, said } from '../application/application.fixture';

/** A school that keeps cards, its people, and employees entered through the API. */

export interface Answer {
  problems: { code: string; path: string[]; message: string }[];
  employee: { id: string; version: number } | null;
}
const payload = (field: string, input: string, more: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code path message } ${more} } }`;
const CREATE = payload('createEmployee', 'CreateEmployeeInput', 'employee { id version } activationCode');
const UPDATE = payload('updateEmployee', 'UpdateEmployeeInput', 'employee { id version }');
const SAVE = payload('saveCardEntry', 'SaveCardEntryInput', 'entry { id version value text }');
const of = (field: string) =>
  `mutation ($id: UUID!) { ${field}(employeeId: $id) { problems { code path message } employee { id version } } }`;

export interface School {
  region: Region;
  place: Place;
  hr: Person;
  deputy: Person;
}
export async function makeSchool(region: Region, place: Place): Promise<School> {
  return { region, place, hr: await person('SCHOOL_HR', region, { place }), deputy: await person('SCHOOL_DEPUTY', region, { place }) };
}

let people = 0;
/** A SNILS nobody has yet, with its checksum. */
export function newSnils(): string {
  people += 1;
  const digits = `777000${String(people).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return digits + String((sum % 101) % 100).padStart(2, '0');
}

export const details = {
  lastName: 'Ёлкина',
  firstName: 'Мария',
  patronymic: 'Петровна',
  sex: 'female',
  positionId: 'teacher',
};
const first = (answer: object): Answer => Object.values(answer)[0] as Answer;
export const create = async (who: Person, over: object = {}): Promise<Answer & { activationCode: string | null }> =>
  first(await said(who, CREATE, { input: { snils: newSnils(), ...details, ...over } })) as Answer & { activationCode: string | null };
export const update = async (who: Person, id: string, version: number, over: object = {}) =>
  first(await said(who, UPDATE, { input: { id, version, ...details, ...over } }));
export interface SavedEntry {
  problems: { code: string; path: string[] }[];
  entry: { id: string; version: number; value: Record<string, unknown>; text: string } | null;
}
export const save = async (who: Person, employeeId: string, indicatorId: string, value: object, over: object = {}): Promise<SavedEntry> =>
  first(await said(who, SAVE, { input: { employeeId, indicatorId, value, ...over } })) as unknown as SavedEntry;
export const act = async (who: Person, field: 'confirmCard' | 'checkCard' | 'dismissEmployee', id: string) =>
  first(await said(who, of(field), { id }));
export const tryAct = (who: Person, field: 'confirmCard' | 'checkCard' | 'dismissEmployee', id: string) => ask(who, of(field), { id });

/** An employee entered by the school; the ids of his record and account. */
export async function entered({ hr }: School, over: object = {}): Promise<{ id: string; account: Account }> {
  const { employee, problems } = await create(hr, over);
  if (!employee) throw new Error(JSON.stringify(problems));
  const row = await prisma.employee.findUniqueOrThrow({ where: { id: employee.id }, include: { account: true } });
  if (!row.account) throw new Error('no account');
  return { id: row.id, account: row.account };
}

/** The employee signs in: his account is there, with the role of a teacher. */
export async function signIn({ region }: School, account: Account): Promise<Person> {
  const at = new Date();
  const proven = { email: `${newId()}@example.org`, emailVerifiedAt: at, passwordChosenAt: at };
  await prisma.account.update({ where: { id: account.id }, data: proven });
  const role = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId: account.id, role: 'TEACHER' satisfies Role } });
  const session = await prisma.session.create({
    data: {
      id: newId(),
      accountId: account.id,
      roleAssignmentId: role.id,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  return { region, account, sessionId: session.id };
}

export interface CardView {
  status: string;
  statusLabel: string;
  checkedAt: string | null;
  canConfirm: boolean;
  canCheck: boolean;
  problems: { code: string; path: string[]; message: string }[];
  sections: {
    no: number;
    label: string;
    filledBy: Role;
    editable: boolean;
    indicators: { id: string; input: string; entries: { id: string; text: string; version: number }[] }[];
  }[];
}
const CARD = `query ($id: UUID!) { employee(id: $id) { id fullName snils accountOpened position { label } organisation { id } dismissedAt card {
  status statusLabel checkedAt canConfirm canCheck problems { code path message }
  sections { no label filledBy editable indicators { id input entries { id text version } } } } } }`;
export const find = async (who: Person, id: string) =>
  (dataOf(await ask(who, CARD, { id })) as { employee: { fullName: string; dismissedAt: string | null; card: CardView } | null }).employee;
export async function cardOf(who: Person, id: string): Promise<CardView> {
  const employee = await find(who, id);
  if (!employee) throw new Error('no such employee');
  return employee.card;
}

/** Fills everything a card wants: the first indicator of every section that must not stay empty and whatever is required, each by the role that fills it. */
export async function fill(school: School, id: string): Promise<void> {
  const asked = 'id input required columns { id type } options { value }';
  const columns = `query ($id: UUID!) { employee(id: $id) { card { problems { path } sections { id filledBy indicators { ${asked} } } } } }`;
  interface Asked {
    id: string;
    input: string;
    required: boolean;
    columns: { id: string; type: string }[];
    options: { value: string }[];
  }
  interface Shown {
    employee: { card: { problems: { path: string[] }[]; sections: { id: string; filledBy: Role; indicators: Asked[] }[] } };
  }
  const { card } = (dataOf(await ask(school.hr, columns, { id })) as Shown).employee;
  const samples: Record<string, unknown> = { number: 3, date: '2025-09-01', url: 'https://school.example/page' };
  for (const section of card.sections.filter(({ id: sectionId }) => card.problems.some(({ path }) => path[1] === sectionId))) {
    const wanted = section.indicators.some(({ required }) => required)
      ? section.indicators.filter(({ required }) => required)
      : section.indicators.slice(0, 1);
    for (const indicator of wanted) {
      const row = Object.fromEntries(
        indicator.columns.map(({ id: column, type }) => [
          column,
          column === 'year' && type === 'number' ? 2015 : (samples[type] ?? 'Сведения'),
        ]),
      );
      const who = section.filledBy === 'SCHOOL_DEPUTY' ? school.deputy : school.hr;
      const chosen = { values: [indicator.options[0]?.value] };
      const { problems } = await save(who, id, indicator.id, indicator.options.length > 0 ? chosen : row);
      if (problems.length) throw new Error(`${indicator.id}: ${JSON.stringify(problems)}`);
    }
  }
}
