import {
  buildASTSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { documentOf, rootFields, selectAll } from '@/testing/rights/document';
import { as, makeAccount, makePlace, makeRegion } from '@/testing/viewers';
import { makeCase } from '../../graphql/assessment/assessment.fixture';
import { makeHeard, makeRegistered } from '../../graphql/commission/commission.fixture';
import { typeDefs } from '../../graphql/typeDefs.generated';
import type { GraphQLContext } from './context';
import { encodeCursor } from './cursor';
import { execute } from './execute';
import { newId } from './ids';
import { prisma } from './prisma';

/** Whatever a person or a program sends, the answer is data or one of the known failures; a bug in the log would be ours. */

interface Style {
  name: string;
  text: string;
  number: number;
  day: string;
}
const STYLES: Style[] = [
  { name: 'the characters no database keeps', text: 'а\0б\ud800в', number: 2_147_483_647, day: '9999-12-31' },
  { name: 'the other ends', text: 'я'.repeat(5_000), number: -2_147_483_648, day: '0000-01-01' },
  { name: 'nothing', text: '', number: 0, day: '0001-01-01' },
  { name: 'signs of other languages', text: `'; drop table "Account"; -- \${x} {{y}} %_\\`, number: 1, day: '2027-02-28' },
  { name: 'a cursor of something else', text: encodeCursor({ keys: ['не время\0', 'x'], id: newId() }), number: 100, day: '2026-11-30' },
];

let schema: GraphQLSchema;
let people: { role: Role; context: GraphQLContext }[];
let idsOf: (name: string) => string[];

beforeAll(async () => {
  schema = buildASTSchema(typeDefs);
  const region: Region = await makeRegion();
  const place = await makePlace(region);
  const account = await makeAccount();
  const registered = await makeRegistered(region, true, place);
  const heard = await makeHeard(region);
  const ready = await makeCase(region, 'READY', place);
  await prisma.application.updateMany({ where: { id: ready.application.id }, data: { accountId: account.id } });
  const expert = await as('EXPERT', { region });
  const assignment = await prisma.expertAssignment.findFirstOrThrow({ where: { applicationId: heard.application.id } });
  people = [
    { role: 'TEACHER', context: await as('TEACHER', { region, account }) },
    { role: 'SCHOOL_HEAD', context: await as('SCHOOL_HEAD', { region, place }) },
    { role: 'EXPERT', context: expert },
    { role: 'OPERATOR', context: await as('OPERATOR', { region, account: await makeAccount({ password: 'Длинный пароль 1' }) }) },
    { role: 'SECRETARY', context: await as('SECRETARY', { region }) },
    { role: 'ADMINISTRATOR', context: await as('ADMINISTRATOR', { region }) },
  ];
  const known: [RegExp, string[]][] = [
    [/meeting/i, [registered.meeting.id, heard.meeting.id]],
    [/assignment/i, [assignment.id]],
    [/expert/i, [assignment.expertId]],
    [/organisation/i, [place.organisation.id]],
    [/municipality/i, [place.municipality.id]],
    [/account|role/i, [newId()]],
  ];
  const cases = [ready.application.id, registered.application.id, heard.application.id];
  idsOf = (name) => known.find(([pattern]) => pattern.test(name))?.[1] ?? cases;
});

function given(type: GraphQLInputType, name: string, style: Style, turn: number): unknown {
  if (isNonNullType(type)) return given(type.ofType, name, style, turn);
  if (isListType(type)) return [given(type.ofType, name, style, turn)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, given(field.type, `${field.name}${name}`, style, turn)]),
    );
  if (isEnumType(type)) return type.getValues()[turn % type.getValues().length]?.name;
  const ids = idsOf(name);
  switch (getNamedType(type).name) {
    case 'UUID':
      return ids[turn % ids.length];
    case 'Int':
      return style.number;
    case 'LocalDate':
      return style.day;
    case 'Boolean':
      return turn % 2 === 0;
    default:
      return style.text;
  }
}

/** Ways in and out of an account hash passwords and take their time; they have tests of their own and one round here. */
const SLOW = [
  'requestAccess',
  'requestPasswordReset',
  'resetPassword',
  'changePassword',
  'issueAccount',
  'reopenAccount',
  'removeRole',
  'registerAccount',
  'acceptInvitation',
  'activateAccount',
  'inviteToRole',
  'signOut',
];
const ANSWERS = [undefined, 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'UNAUTHENTICATED'];

describe.each(['query', 'mutation'] as const)('every %s', (kind) => {
  it.each(STYLES)(
    'answers to $name',
    async (style) => {
      const broken: string[] = [];
      for (const [name, field] of Object.entries(rootFields(schema, kind))) {
        if (name === 'signOut' || (SLOW.includes(name) && style !== STYLES[0])) continue;
        const document = documentOf(kind, field, selectAll(field.type, 1));
        // Each style meets another of the known cases.
        const turn = STYLES.indexOf(style);
        const whose = SLOW.includes(name) ? people.slice(3, 4) : people;
        for (const { role, context } of whose) {
          const variables = Object.fromEntries(field.args.map((arg) => [arg.name, given(arg.type, `${arg.name}${name}`, style, turn)]));
          const { errors = [] } = await execute(document, variables, context);
          for (const { extensions, path } of errors)
            if (!ANSWERS.includes(extensions?.code as string | undefined))
              broken.push(`${role} ${name} ${path?.join('.')}: ${extensions?.code}`);
        }
      }
      expect([...new Set(broken)]).toEqual([]);
    },
    180_000,
  );
});

describe('a document', () => {
  it('that carries such characters in itself is refused as a fault of the client', async () => {
    const { errors } = await execute(
      `mutation { requestAccess(email: "a\\u0000b") { problems { code } } }`,
      {},
      people[0]?.context as GraphQLContext,
    );
    expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
