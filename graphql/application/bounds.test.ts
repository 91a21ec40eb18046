import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { prisma } from '@/server/prisma';
import { makePlace, makeRegion } from '@/testing/viewers';
import { create, makeSchool, type School, save as saveCard } from '../employee/employee.fixture';
import { begin, filled, type Person, pathsOf, person, rowOf, save, submit } from './application.fixture';

/** Days and years have bounds by what they mean: asked where they are written, in the form and in the card. */

describe('the form', () => {
  it.each<[string, string, string, RegExp | null]>([
    ['irkutsk', 'birth_date', '2035-01-01', /^Младше 18 лет быть не может/],
    ['irkutsk', 'birth_date', '1926-01-01', /^Старше 100 лет быть не может/],
    ['irkutsk', 'birth_date', '1984-05-17', null],
    ['samara', 'experience_total', '999', /^Стаж не может быть больше 86 лет/],
    ['samara', 'experience_total', '17,5', null],
    ['samara', 'held_category_until', '2999-01-01', /^Категорию не устанавливают так надолго/],
    ['samara', 'held_category_until', '1999-12-31', /^Срок категории не раньше/],
    ['samara', 'held_category_until', 'indefinite', null],
    ['tomsk', 'held_category_until', '2999-01-01', /^Категорию не устанавливают так надолго/],
    ['sverdlovsk', 'experience_teaching', '120', /^Стаж не может быть больше 86 лет/],
  ])('of %s takes %s = %s only as it can be: %s', async (folder, field, value, said) => {
    const teacher: Person = await person('TEACHER', await makeRegion(folder));
    const id = await begin(teacher);
    const { problems, savedAt } = await save(teacher, id, field, value);
    expect(problems).toMatchObject(said ? [{ code: 'OUT_OF_BOUNDS', path: ['field', field], message: expect.stringMatching(said) }] : []);
    expect(savedAt === null).toBe(said !== null);
  });

  it('keeps what was stored before the bounds were asked, and names it whole', async () => {
    const teacher = await person('TEACHER', await makeRegion('samara'));
    const id = await begin(teacher);
    await prisma.application.update({ where: { id }, data: { values: { experience_total: '999' } } });
    expect((await save(teacher, id, 'education', 'Высшее')).problems).toEqual([]);
    expect((await prisma.application.findUniqueOrThrow({ where: { id } })).values).toMatchObject({ experience_total: '999' });
  });
});

describe('sending', () => {
  it('refuses what was stored before and cannot be, beside its field, and keeps it', async () => {
    const { who, id } = await filled(await makeRegion('samara'));
    const values = (await rowOf(id)).values as object;
    await prisma.application.update({ where: { id }, data: { values: { ...values, experience_total: '999' } } });
    const refused = await submit(who, id);
    expect(pathsOf(refused)).toEqual(['OUT_OF_BOUNDS field.experience_total']);
    expect(refused.problems[0]?.message).toMatch(/^Стаж не может быть больше 86 лет.*исправьте\.$/);
    expect(await rowOf(id)).toMatchObject({ status: 'DRAFT', values: { experience_total: '999' } });
    expect((await save(who, id, 'experience_total', '17')).problems).toEqual([]);
    expect(pathsOf(await submit(who, id))).toEqual([]);
  });
});

describe('the card of an employee', () => {
  let school: School;
  let employee: string;
  beforeAll(async () => {
    const region: Region = await makeRegion('chelyabinsk');
    school = await makeSchool(region, await makePlace(region));
    employee = (await create(school.hr)).employee?.id ?? '';
  });
  it.each<[string, object, string | null]>([
    ['position_held', { since: '2090-01-01' }, 'since'],
    ['position_held', { since: '2015-09-01' }, null],
    ['education', { level: 'Высшее', institution: 'ЧГПУ', year: 3050 }, 'year'],
    ['education', { level: 'Высшее', institution: 'ЧГПУ', year: 2006 }, null],
  ])('takes %s %j only as it can be', async (indicator, value, wrong) => {
    const { problems } = await saveCard(school.hr, employee, indicator, value);
    expect(problems.map(({ code, path }) => `${code} ${path.at(-1)}`)).toEqual(wrong ? [`OUT_OF_BOUNDS ${wrong}`] : []);
  });
});
