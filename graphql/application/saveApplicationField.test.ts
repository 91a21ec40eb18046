import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { OrganisationsDocument, SaveApplicationFieldDocument } from '@/gql/graphql';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { codesOf, failureOf, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { ask, begin, filled, type Person, pathsOf, person, rowOf, said, save, sent, submit } from './application.fixture';

/** One character more than an answer may have. */
const LONG = 'я'.repeat(2001);

let region: Region;
let teacher: Person;
beforeAll(async () => {
  region = await makeRegion();
  teacher = await person('TEACHER', region);
});

describe('an answer saves itself', () => {
  it('is written, its columns stay in step, and an empty text takes it away', async () => {
    const id = await begin(teacher);
    const answer = await save(teacher, id, 'last_name', '  Ёлкина ');
    expect(answer).toMatchObject({ problems: [] });
    expect(answer.savedAt).toBeTruthy();
    expect(await rowOf(id)).toMatchObject({ lastName: 'Ёлкина', values: { last_name: 'Ёлкина' } });
    await save(teacher, id, 'last_name', '');
    expect((await rowOf(id)).values).not.toHaveProperty('last_name');
    expect((await rowOf(id)).lastName).toBe('');
  });

  it('[S20] a name of an official letter keeps no line break and no link, and is at most a hundred characters', async () => {
    const id = await begin(teacher);
    expect(await save(teacher, id, 'last_name', 'Ёлкина\r\nКопия \u202eИвановна')).toMatchObject({ problems: [] });
    expect(await rowOf(id)).toMatchObject({ lastName: 'Ёлкина Копия Ивановна', values: { last_name: 'Ёлкина Копия Ивановна' } });
    const refused = async (value: string) =>
      (await save(teacher, id, 'patronymic', value)).problems.map(({ code, path }) => [code, ...path]);
    expect(await refused('см. https://evil.example')).toEqual([['NAME_INVALID', 'field', 'patronymic']]);
    expect(await refused('на evil.ru')).toEqual([['NAME_INVALID', 'field', 'patronymic']]);
    expect(await refused('я'.repeat(101))).toEqual([['VALUE_TOO_LONG', 'field', 'patronymic']]);
  });

  it('prefills what the account knows', async () => {
    const id = await begin(await person('TEACHER', region));
    expect((await rowOf(id)).values).toMatchObject({ last_name: 'Вострикова', first_name: 'Людмила', patronymic: 'Аркадьевна' });
  });

  it('two tabs keep the answers of both', async () => {
    const other = await person('TEACHER', region);
    const id = await begin(other);
    await Promise.all([
      save(other, id, 'education', 'Высшее'),
      save(other, id, 'experience_total', '17'),
      save(other, id, 'subject', 'Математика'),
      save(other, id, 'requested_category', 'first'),
    ]);
    expect((await rowOf(id)).values).toMatchObject({
      education: 'Высшее',
      experience_total: '17',
      subject: 'Математика',
      requested_category: 'first',
    });
  });

  it.each([
    { field: 'email', value: 'без собаки', code: 'EMAIL_INVALID' },
    { field: 'experience_total', value: 'много', code: 'NUMBER_INVALID' },
    { field: 'experience_total', value: '-3', code: 'VALUE_OUT_OF_RANGE' },
    { field: 'education', value: LONG, code: 'VALUE_TOO_LONG' },
    { field: 'held_category_until', value: '2026-02-31', code: 'DATE_INVALID' },
    { field: 'held_category', value: 'second', code: 'VALUE_NOT_LISTED' },
    { field: 'requested_category', value: 'mentor', code: 'CATEGORY_NOT_OFFERED' },
    { field: 'municipality', value: 'not an id', code: 'VALUE_NOT_LISTED' },
    { field: 'municipality', value: newId(), code: 'VALUE_NOT_LISTED' },
    { field: 'position', value: 'astronaut', code: 'VALUE_NOT_LISTED' },
    { field: 'held_category_document', value: 'x', code: 'VALUE_INVALID' },
    { field: 'no_such_field', value: 'x', code: 'VALUE_NOT_LISTED' },
  ])('refuses $field with $code ($#) and writes nothing', async ({ field, value, code }) => {
    const id = await begin(teacher);
    const before = await rowOf(id);
    const answer = await save(teacher, id, field, value);
    expect(pathsOf(answer)).toEqual([`${code} field.${field}`]);
    expect(answer.savedAt).toBeNull();
    expect((await rowOf(id)).values).toEqual(before.values);
  });

  it('accepts a category that has lapsed and one without end [SM-15]', async () => {
    const id = await begin(teacher);
    expect(codesOf(await save(teacher, id, 'held_category', 'first'))).toEqual([]);
    expect(codesOf(await save(teacher, id, 'held_category_until', '2019-03-24'))).toEqual([]);
    expect(codesOf(await save(teacher, id, 'held_category_until', 'indefinite'))).toEqual([]);
  });
});

describe('municipality, then organisation [SM-09]', () => {
  it('an organisation needs its municipality first', async () => {
    const own = await person('TEACHER', region);
    const id = await begin(own);
    const place = await makePlace(region);
    expect(codesOf(await save(own, id, 'organisation', place.organisation.id))).toEqual(['ORGANISATION_NOT_IN_MUNICIPALITY']);
    await save(own, id, 'municipality', place.municipality.id);
    expect(codesOf(await save(own, id, 'organisation', place.organisation.id))).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ organisationId: place.organisation.id, municipalityId: place.municipality.id });
  });

  it('another municipality empties the organisation, the same one does not', async () => {
    const { who, id, place } = await filled(region);
    const other = await makePlace(region);
    await save(who, id, 'municipality', place.municipality.id);
    expect((await rowOf(id)).organisationId).toBe(place.organisation.id);
    await save(who, id, 'municipality', other.municipality.id);
    const row = await rowOf(id);
    expect(row.organisationId).toBeNull();
    expect(row.values).not.toHaveProperty('organisation');
    expect(codesOf(await save(who, id, 'organisation', place.organisation.id))).toEqual(['ORGANISATION_NOT_IN_MUNICIPALITY']);
  });

  it('lists the organisations of that municipality only, and none of another region', async () => {
    const [here, there] = [await makePlace(region), await makePlace(await makeNeighbour(region))];
    const list = async (municipalityId: string) => (await said(teacher, OrganisationsDocument, { municipalityId })).organisations;
    expect(await list(here.municipality.id)).toMatchObject([{ id: here.organisation.id }]);
    expect(await list(there.municipality.id)).toEqual([]);
    const id = await begin(teacher);
    expect(codesOf(await save(teacher, id, 'municipality', there.municipality.id))).toEqual(['VALUE_NOT_LISTED']);
  });
});

describe('who may', () => {
  it('refuses an application that was sent', async () => {
    const { who, id } = await sent(region);
    expect(pathsOf(await save(who, id, 'education', 'Другое'))).toEqual(['WRONG_STATUS field.education']);
  });

  it('sending crosses an answer: it is in the application that was sent, or refused', async () => {
    const { who, id } = await filled(region);
    const [answer] = await Promise.all([save(who, id, 'education', 'Новое'), submit(who, id)]);
    const { values } = await rowOf(id);
    expect((values as Record<string, string>).education === 'Новое').toBe(answer.problems.length === 0);
  });

  it.each(ROLES.filter((role) => role !== 'TEACHER'))('a %s never edits an application', async (role) => {
    const { id } = await filled(region);
    const other = await person(role, region);
    expect(
      failureOf(await ask(other, SaveApplicationFieldDocument, { input: { applicationId: id, fieldId: 'education', value: 'x' } })),
    ).toBe('FORBIDDEN');
  });

  it("another teacher's application does not exist for me, a discarded one neither", async () => {
    const { who, id } = await filled(region);
    const input = { applicationId: id, fieldId: 'education', value: 'x' };
    expect(failureOf(await ask(teacher, SaveApplicationFieldDocument, { input }))).toBe('NOT_FOUND');
    await prisma.application.update({ where: { id }, data: { discardedAt: new Date() } });
    expect(failureOf(await ask(who, SaveApplicationFieldDocument, { input }))).toBe('NOT_FOUND');
  });
});
