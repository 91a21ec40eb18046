import { ApolloServer } from '@apollo/server';
import { buildASTSchema, type GraphQLField } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { RIGHTS } from '@/domain/rights';
import type { GraphQLContext } from '@/server/context';
import { Prisma, prisma } from '@/server/prisma';
import { trailReads } from '@/server/trail/reads';
import { resolvers } from '@/server/trail/resolvers';
import { documentOf, rootFields, selectAll } from '@/testing/rights/document';
import { MARKS, type Mark, type MarkedCase, makeWorld, markOf, type Person, type World } from '@/testing/rights/world';
import { READS, WRITES, type WriteRule } from './rights.table';
import { typeDefs } from './typeDefs.generated';

/** Generated from the schema: every root field as every role, as a stranger of the same role and as nobody, edges two levels deep. */

const schema = buildASTSchema(typeDefs);
// The same schema and resolvers without the limits of the HTTP mount: a walk over every edge is dearer than any screen.
const server = new ApolloServer<GraphQLContext>({ typeDefs, resolvers, plugins: [trailReads] });
let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: { code?: unknown } }[];
}

async function call(person: Person, document: string, variables: Record<string, unknown>): Promise<Answer> {
  // Loaders belong to one request.
  const { createContext } = await import('@/server/context');
  const context = await createContext({
    session: person.context.session,
    language: 'ru',
    address: person.name,
    regionSlug: person.region.slug,
  });
  const response = await server.executeOperation(
    { query: document, variables },
    { contextValue: { ...context, viewer: person.context.viewer } },
  );
  return response.body.kind === 'single' ? (response.body.singleResult as Answer) : {};
}

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];
const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions?.code;

/** The marks a person may find: his own side's, as far as his role knows them. */
function knows(person: Person, mark: Mark, no: number): boolean {
  const { role, side } = person;
  if (role === null) return false;
  // Schools are named to whoever is of their region.
  if (mark === 'school') return (side === 3) === (no === 3);
  if (side !== no && (side !== 0 || no === 3)) return false;
  const kinds = RIGHTS[role];
  const staff = kinds.expert_name;
  const known: Record<Exclude<Mark, 'school'>, boolean> = {
    teacher: true,
    contact: kinds.contact,
    // What was sent: every case of this world is being scored.
    file: kinds.evidence,
    expert: staff || role === 'EXPERT',
    score: kinds.other_scores || role === 'EXPERT',
    letter: role === 'TEACHER' || (staff && kinds.contact),
    note: kinds.internal_note || role === 'TEACHER',
    // The world's region keeps no cards.
    employee: false,
  };
  return known[mark];
}

describe('every root field is covered', () => {
  it('names each query and each mutation of the schema', () => {
    expect(Object.keys(READS).sort()).toEqual(Object.keys(rootFields(schema, 'query')).sort());
    expect(Object.keys(WRITES).sort()).toEqual(Object.keys(rootFields(schema, 'mutation')).sort());
  });
});

describe('reads', () => {
  const fields = rootFields(schema, 'query');
  for (const [name, variables] of Object.entries(READS)) {
    it(`${name}: nobody finds what is not his`, async () => {
      const field = fields[name];
      if (!field) throw new Error(`no query ${name}`);
      const document = documentOf('query', field, selectAll(field.type, 3));
      for (const person of world.people) {
        for (const aim of world.cases) {
          const answer = await call(person, document, variables(aim));
          const wrong = answer.errors?.filter((e) => !REFUSALS.includes(String(e.extensions?.code))) ?? [];
          expect(wrong, `${person.name} ${name} ${JSON.stringify(wrong)}`).toEqual([]);
          const text = JSON.stringify(answer.data ?? null);
          for (const no of [1, 2, 3])
            for (const mark of MARKS)
              if (!knows(person, mark, no))
                expect(text.includes(markOf(mark, no)), `${person.name} finds ${markOf(mark, no)} in ${name}`).toBe(false);
        }
      }
    });
  }

  it('another’s case and a missing one look alike, and one’s own is there', async () => {
    const document = 'query ($id: UUID!) { application(id: $id) { lastName } }';
    for (const person of world.people.filter((p) => p.role !== null)) {
      const missing = await call(person, document, { id: '01900000-0000-7000-8000-000000000000' });
      for (const aim of world.cases) {
        const answer = await call(person, document, { id: aim.application.id });
        if (knows(person, 'teacher', aim.no)) expect(answer.data).toEqual({ application: { lastName: markOf('teacher', aim.no) } });
        else expect(answer).toEqual(missing);
      }
    }
  });
});

describe('writes', () => {
  const fields = rootFields(schema, 'mutation');
  for (const [name, rule] of Object.entries(WRITES)) {
    if (rule.by === 'public') continue;
    it(`${name}: refused to everybody else, and nothing changes`, async () => {
      const field = fields[name];
      if (!field) throw new Error(`no mutation ${name}`);
      const before = await fingerprint();
      const [aim, other] = world.cases;
      for (const person of world.people.filter((p) => !mayTry(p, aim, rule))) {
        const answer = await call(person, refusalsOf(field), rule.variables(aim, other));
        const payload = answer.data?.[name] as { problems?: { code: string }[] } | null | undefined;
        const refused = REFUSALS.includes(String(codeOf(answer))) || (payload?.problems?.length ?? 0) > 0;
        expect(refused, `${person.name} ${name}: ${JSON.stringify(answer)}`).toBe(true);
      }
      expect(await fingerprint()).toBe(before);
    });
  }

  it('those who may are not turned away', async () => {
    for (const [name, rule] of Object.entries(WRITES)) {
      if (typeof rule.by === 'string') continue;
      const field = fields[name];
      if (!field) throw new Error(`no mutation ${name}`);
      const [aim, other] = world.cases;
      const may = world.people.filter((p) => mayTry(p, aim, rule));
      for (const person of may) {
        const answer = await call(person, refusalsOf(field), rule.variables(aim, other));
        // What the first of them did may have taken the thing away from the next.
        const refused = ['UNAUTHENTICATED', 'FORBIDDEN', 'INTERNAL_SERVER_ERROR', ...(person === may[0] ? ['NOT_FOUND'] : [])];
        expect(refused.includes(String(codeOf(answer))), `${person.name} ${name}: ${JSON.stringify(answer.errors)}`).toBe(false);
      }
    }
  });
});

/** Calls a mutation and asks only for its refusals. */
const refusalsOf = (field: GraphQLField<unknown, unknown>) => documentOf('mutation', field, '{ problems { code path } }');

/** Whether a person may try a write on a case: the role, and the case on his side. */
function mayTry(person: Person, aim: MarkedCase, { by, ofNoCase }: WriteRule): boolean {
  if (by === 'public') return true;
  if (by === 'signed-in') return person.role !== null;
  const near = ofNoCase || person.side === aim.no || (person.side === 0 && aim.no !== 3);
  return person.role !== null && by.includes(person.role) && near;
}

/** Tables that a refusal may write to: the trail keeps it, the throttles count it. */
const NOT_COMPARED: readonly string[] = ['AuditEntry', 'RateLimit'] satisfies readonly (keyof typeof Prisma.ModelName)[];
const TABLES = Object.keys(Prisma.ModelName).filter((model) => !NOT_COMPARED.includes(model));

/** One text for the rows of every table, a new one too. */
async function fingerprint(): Promise<string> {
  const parts = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await prisma.$queryRaw<{ print: string }[]>(
        Prisma.sql`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${Prisma.raw(`"${table}"`)} t`,
      );
      return `${table}:${rows[0]?.print}`;
    }),
  );
  return parts.join('\n');
}
