import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Expert, Municipality, Organisation, Region } from '@/generated/prisma/client';
import { hashPassword } from '@/server/auth/passwords';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';

/** Places and people of the demo. Every name is invented; every account's password is the one below, and signing in is one press anyway. */
export const DEMO_PASSWORD = 'учитель-и-класс';

export interface DemoPeople {
  municipalities: Municipality[];
  organisations: Organisation[];
  accounts: Record<string, Account>;
  experts: Expert[];
}

const PLACES: [string, string[]][] = [
  [
    'Ключевской округ',
    ['МБОУ «Верхнеключевская СОШ имени В. Н. Полякова»', 'МБДОУ «Детский сад комбинированного вида № 12 „Рябинка“»', 'МАОУ «Лицей № 3»'],
  ],
  ['Приречный район', ['МБОУ «Приреченская СОШ»', 'МБОУ «Озёрская ООШ»', 'МБУ ДО «Центр детского творчества»']],
  [
    'город Белогорск',
    ['МАОУ «Гимназия № 1»', 'МБОУ «СОШ № 7 с углублённым изучением отдельных предметов»', 'ГБПОУ «Белогорский педагогический колледж»'],
  ],
  ['Степной район', ['МБОУ «Ёлкинская СОШ»', 'МБДОУ «Детский сад „Солнышко“»']],
];

type Seat = [login: string, name: string, role: Role, where?: { municipality?: number; organisation?: number }];
const SEATS: Seat[] = [
  ['demo-teacher', 'Вострикова Людмила Аркадьевна', 'TEACHER'],
  ['demo-school', 'Поляков Виктор Николаевич', 'SCHOOL_HEAD', { organisation: 0 }],
  ['demo-coordinator', 'Ермолаева Татьяна Сергеевна', 'COORDINATOR', { municipality: 0 }],
  ['demo-operator', 'Кондратьева Ирина Павловна', 'OPERATOR'],
  ['demo-expert', 'Дружинин Константин Борисович', 'EXPERT', { organisation: 6 }],
  ['demo-secretary', 'Арсеньева Нина Львовна', 'SECRETARY'],
  ['demo-member', 'Фёдоров Игорь Семёнович', 'COMMISSION_MEMBER'],
  ['demo-admin', 'Щербакова Алла Юрьевна', 'ADMINISTRATOR'],
];

/** Experts beside the first: one at the demo teacher's own school, one in her municipality, others elsewhere. */
const EXPERTS: [string, number, string, string[]][] = [
  ['Рукавишникова Елена Юрьевна', 7, 'учитель математики высшей категории', ['teacher', 'primary_teacher']],
  ['Алёхин Павел Ефимович', 3, 'учитель информатики', ['teacher']],
  ['Ёлкина Зинаида Максимовна', 9, 'учитель начальных классов', ['primary_teacher']],
  ['Сорокина Вера Ильинична', 0, 'учитель русского языка и литературы', ['teacher']],
  ['Гончаренко-Преображенская Александра Константиновна', 2, 'методист', []],
  ['Юсупов Ринат Маратович', 8, 'преподаватель педагогики', ['vocational_lecturer', 'additional_education_teacher']],
];

/** Makes the places and people of a region's demo; each further school has a head, so that every request finds a reader. */
export async function seedPeople(region: Region): Promise<DemoPeople> {
  const at = new Date();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const municipalities: Municipality[] = [];
  const organisations: Organisation[] = [];
  for (const [name, schools] of PLACES) {
    const municipality = await prisma.municipality.create({ data: { id: newId(), regionId: region.id, name } });
    municipalities.push(municipality);
    for (const school of schools) {
      organisations.push(
        await prisma.organisation.create({ data: { id: newId(), regionId: region.id, municipalityId: municipality.id, name: school } }),
      );
    }
  }
  const accounts: Record<string, Account> = {};
  const experts: Expert[] = [];
  const makeAccount = async (login: string, name: string) => {
    const [lastName = '', firstName = '', patronymic = ''] = name.split(' ');
    const email = `${login}@demo.example`;
    accounts[login] = await prisma.account.create({
      data: { id: newId(), login, email, passwordHash, passwordChosenAt: at, lastName, firstName, patronymic, createdAt: at },
    });
    return accounts[login];
  };
  const giveRole = (accountId: string, role: Role, where: { municipality?: number; organisation?: number } = {}) =>
    prisma.roleAssignment.create({
      data: {
        id: newId(),
        regionId: region.id,
        accountId,
        role,
        municipalityId: where.municipality === undefined ? null : (municipalities[where.municipality]?.id ?? null),
        organisationId: where.organisation === undefined ? null : (organisations[where.organisation]?.id ?? null),
        createdAt: at,
      },
    });
  const makeExpert = async (accountId: string, organisation: number, post: string, positionIds: string[]) => {
    const place = organisations[organisation];
    if (!place) throw new Error(`no organisation ${organisation}`);
    experts.push(
      await prisma.expert.create({
        data: {
          id: newId(),
          regionId: region.id,
          accountId,
          organisationId: place.id,
          municipalityId: place.municipalityId,
          post,
          positionIds,
        },
      }),
    );
  };

  const suffix = region.slug;
  const seated = (login: string) => (accounts[login] ? `${login}-${suffix}` : login);
  for (const [login, name, role, where] of SEATS) {
    const taken = await prisma.account.findUnique({ where: { login } });
    const account = await makeAccount(taken ? `${login}-${suffix}` : login, name);
    accounts[login] = account;
    await giveRole(account.id, role, where);
    if (role === 'EXPERT') await makeExpert(account.id, where?.organisation ?? 6, 'учитель математики, эксперт', ['teacher']);
  }
  for (const [k, [name, organisation, post, positionIds]] of EXPERTS.entries()) {
    const account = await makeAccount(seated(`expert-${k + 1}-${suffix}`), name);
    await giveRole(account.id, 'EXPERT');
    await makeExpert(account.id, organisation, post, positionIds);
  }
  for (const k of organisations.keys()) {
    if (k === 0) continue;
    const head = await makeAccount(`head-${k}-${suffix}`, HEADS[k % HEADS.length] ?? 'Директор Школы');
    await giveRole(head.id, 'SCHOOL_HEAD', { organisation: k });
  }
  const many = await makeAccount(`demo-many${await taken('demo-many', suffix)}`, 'Захарова Марина Олеговна');
  accounts['demo-many'] = many;
  await giveRole(many.id, 'OPERATOR');
  await giveRole(many.id, 'SECRETARY');
  await giveRole(many.id, 'COORDINATOR', { municipality: 1 });
  return { municipalities, organisations, accounts, experts };
}

const taken = async (login: string, suffix: string) => ((await prisma.account.findUnique({ where: { login } })) ? `-${suffix}` : '');

const HEADS = ['Тарасова Галина Петровна', 'Никифоров Олег Иванович', 'Белова Людмила Фёдоровна', 'Мельник Андрей Тарасович'];
