import { buildASTSchema, type GraphQLField, getNullableType, isListType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { execute } from '@/server/execute';
import { LIMITS } from '@/server/limits';
import { documentOf, selectAll } from '@/testing/rights/document';
import { as, makePlace, makeRegion } from '@/testing/viewers';
import { LISTS } from './lists.table';
import { typeDefs } from './typeDefs.generated';

/** No list ends in silence: it is a connection, or the table says what bounds it, or a count beside it says that it goes on. */

const schema = buildASTSchema(typeDefs);
const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
const fields = types.flatMap((type) =>
  isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` })) : [],
);
const isConnection = (field: GraphQLField<unknown, unknown>) => String(getNullableType(field.type)).endsWith('Connection');

describe('every list of the schema', () => {
  it('is a connection or stands in the table, and the table names nothing else', () => {
    const lists = fields.filter(
      ({ type, field }) => isListType(getNullableType(field.type)) && !(type.name.endsWith('Connection') && field.name === 'edges'),
    );
    // What a refusal names is written out in every payload.
    const named = lists.map(({ name }) => name).filter((name) => !name.endsWith('Payload.problems'));
    expect(Object.keys(LISTS).sort()).toEqual(named.sort());
  });

  it('that is cut has its count beside it, with the same arguments', () => {
    for (const [name, bound] of Object.entries(LISTS)) {
      if (typeof bound === 'string') continue;
      if ('within' in bound) {
        expect(LISTS[bound.within], name).toHaveProperty('count');
        continue;
      }
      const list = fields.find((one) => one.name === name);
      const count = fields.find((one) => one.name === `${list?.type.name}.${bound.count}`);
      expect(String(count?.field.type), name).toBe('Int!');
      const asked = list?.field.args.filter((arg) => arg.name !== 'first').map(String);
      expect(count?.field.args.map(String), name).toEqual(asked);
    }
  });
});

describe('a page', () => {
  let region: Region;
  beforeAll(async () => {
    region = await makeRegion();
  });
  const paged = fields.filter(({ type, field }) => type.name === 'Query' && isConnection(field));

  it.each(paged)('of $field.name has from 1 to 100 rows; more are refused, never cut', async ({ field }) => {
    expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after']));
    const place = await makePlace(region);
    const codes = async (first: number) => {
      const text = documentOf('query', { ...field, args: field.args.filter(({ name }) => name === 'first') }, selectAll(field.type, 1));
      const answers = await Promise.all(ROLES.map(async (role) => execute(text, { first }, await as(role, { region, place }))));
      return [...new Set(answers.map(({ errors }) => errors?.[0]?.extensions?.code))].filter((code) => code !== 'FORBIDDEN');
    };
    for (const first of [0, -1, LIMITS.page + 1, 2_147_483_647]) expect(await codes(first), String(first)).toEqual(['BAD_USER_INPUT']);
    for (const first of [1, LIMITS.page]) expect(await codes(first), String(first)).toEqual([undefined]);
  });
});
