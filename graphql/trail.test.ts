import { ApolloServer } from '@apollo/server';
import { buildASTSchema, type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext, type GraphQLContext } from '@/server/context';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { trailReads } from '@/server/trail/reads';
import { resolvers } from '@/server/trail/resolvers';
import { documentOf, rootFields, selectAll } from '@/testing/rights/document';
import { type MarkedCase, makeWorld, markOf, type Person, type World } from '@/testing/rights/world';
import { READS, WRITES } from './rights.table';
import { typeDefs } from './typeDefs.generated';

/** Generated from the schema: whoever is shown what is another's has left a line that says so, whatever field led there. */

const schema = buildASTSchema(typeDefs);
const server = new ApolloServer<GraphQLContext>({ typeDefs, resolvers, plugins: [trailReads] });
let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

interface Told {
  text: string;
  lines: { action: string; applicationId: string | null; data: unknown; requestId: string | null; address: string | null }[];
}

/** Calls a document as one request of a person: the answer's text and the lines that the request left. */
async function call(person: Person, document: string, variables: Record<string, unknown>): Promise<Told> {
  const context = await createContext({
    session: person.context.session,
    language: 'ru',
    address: '192.0.2.1',
    regionSlug: person.region.slug,
  });
  const contextValue = { ...context, viewer: person.context.viewer };
  const response = await server.executeOperation({ query: document, variables }, { contextValue });
  const answer = response.body.kind === 'single' ? response.body.singleResult.data : null;
  const lines = await prisma.auditEntry.findMany({ where: { requestId: context.requestId } });
  return { text: JSON.stringify(answer ?? null), lines };
}

/** Cases of others of which something private stands in an answer. */
function othersIn(text: string, person: Person): MarkedCase[] {
  return world.cases.filter((one) => {
    const own = person.role === 'TEACHER' && person.side === one.no;
    const marks = (['teacher', 'contact', 'score', 'file', 'letter'] as const).filter((mark) => !own || mark === 'score');
    return marks.some((mark) => text.includes(markOf(mark, one.no)));
  });
}

const says = ({ lines }: Told, { application }: MarkedCase): boolean =>
  lines.some(
    ({ action, applicationId }) => applicationId === application.id || ['read_list', 'read_trail', 'read_person'].includes(action),
  );

/** The case on whose side a person is; the first for those of the whole region. */
const aimOf = ({ side }: Person): MarkedCase => world.cases[Math.max(side, 1) - 1] ?? world.cases[0];

/** Every way of asking a type for one edge alone, two edges deep. */
function edgesOf(field: GraphQLField<unknown, unknown>): string[] {
  const plain = (type: GraphQLField<unknown, unknown>['type']) => selectAll(type, 0);
  const open = (type: GraphQLField<unknown, unknown>['type']) => {
    const named = getNamedType(type);
    if (!isObjectType(named)) return [];
    return Object.values(named.getFields()).filter(
      (one) =>
        isObjectType(getNamedType(one.type)) && one.args.every((a) => a.defaultValue !== undefined || !a.type.toString().endsWith('!')),
    );
  };
  return open(field.type).flatMap((edge) => [
    `{ ${edge.name} ${plain(edge.type)} }`,
    ...open(edge.type).map((next) => `{ ${edge.name} { ${next.name} ${plain(next.type)} } }`),
  ]);
}

describe('reading what is another’s leaves a line', () => {
  const fields = rootFields(schema, 'query');
  let met = 0;

  for (const [name, variables] of Object.entries(READS)) {
    it(`${name}, with all its edges and by each edge alone`, { timeout: 120_000 }, async () => {
      const field = fields[name];
      if (!field) throw new Error(`no query ${name}`);
      const selections = [selectAll(field.type, 3), ...edgesOf(field)];
      for (const person of world.people) {
        // One person of each role is enough for the edges; the whole is asked as everybody.
        const edgeWise = person.side <= 1;
        for (const selection of edgeWise ? selections : selections.slice(0, 1)) {
          const told = await call(person, documentOf('query', field, selection), variables(aimOf(person)));
          const others = othersIn(told.text, person);
          met += others.length;
          for (const one of others) expect(says(told, one), `${person.name} ${name} ${selection}: no line for case ${one.no}`).toBe(true);
          if (person.role === 'TEACHER') expect(told.lines.filter(({ action }) => action.startsWith('read_'))).toEqual([]);
        }
      }
    });
  }

  it('and there was something to read', () => {
    expect(met).toBeGreaterThan(100);
  });
});

it('an act on one case is no line for another case that the same document shows', async () => {
  const [one, two] = world.cases;
  const person = world.people.find(({ role, side }) => role === 'EXPERT' && side === 1);
  if (!person) throw new Error('no expert');
  const { id: second } = await prisma.expertAssignment.create({
    data: {
      id: newId(),
      regionId: two.region.id,
      applicationId: two.application.id,
      expertId: one.expert.id,
      status: 'INVITED',
      appointedAt: new Date(),
      appointedById: two.expertAccount.id,
    },
  });
  const document = `mutation ($first: UUID!, $second: UUID!) {
    saveRecommendations(input: { assignmentId: $first, text: "Ещё раз", version: 0 }) { problems { code } }
    startScoring(assignmentId: $second) { problems { code } assignment { application { lastName } } }
  }`;
  const told = await call(person, document, { first: one.assignment.id, second });
  await prisma.expertAssignment.delete({ where: { id: second } });
  expect(told.text).toContain(markOf('teacher', 2));
  const about = told.lines.map(({ action, applicationId }) => [action, applicationId]);
  expect(about).toContainEqual(['save_recommendations', one.application.id]);
  expect(about).toContainEqual(['read_case', two.application.id]);
});

describe('an act that answers with another’s record leaves a line', () => {
  const fields = rootFields(schema, 'mutation');
  for (const [name, rule] of Object.entries(WRITES)) {
    if (typeof rule.by === 'string') continue;
    it(name, async () => {
      const field = fields[name];
      if (!field) throw new Error(`no mutation ${name}`);
      const [aim, other] = world.cases;
      for (const person of world.people.filter(({ role, side }) => role && rule.by.includes(role) && side <= 1)) {
        const told = await call(person, documentOf('mutation', field, selectAll(field.type, 2)), rule.variables(aim, other));
        for (const one of othersIn(told.text, person))
          expect(told.lines.length, `${person.name} ${name}: case ${one.no}`).toBeGreaterThan(0);
      }
    });
  }
});
