import { resolvers as plain } from '@graphql/resolvers.generated';
import type { GraphQLFieldResolver } from 'graphql';
import type { GraphQLContext } from '../context';
import { noteAnswer, noteRecord, noteRoot } from './reads';
import { RECORDS } from './records';
import { withAuditSource } from './source';

type Resolve = GraphQLFieldResolver<unknown, GraphQLContext>;

/** A root field's work is done on behalf of its request: lines of the trail that it writes name address, request and session. */
const onBehalf =
  (resolve: Resolve): Resolve =>
  (parent, args, context, info) => {
    return withAuditSource(noteRoot(context, args, info), async () => {
      const answer = await resolve(parent, args, context, info);
      await noteAnswer(context, answer, info);
      return answer;
    });
  };

const wrapped = (fields: object | undefined) =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, resolve]) => [name, onBehalf(resolve as Resolve)]));

const records = (Object.keys(RECORDS) as (keyof typeof RECORDS)[]).map((type) => {
  const fields = (plain as Record<string, object>)[type] ?? {};
  return [type, { ...fields, __isTypeOf: noteRecord(type) }] as const;
});

/** The resolver map as the API serves it: every act and every record that is read leaves its line. */
export const resolvers = {
  ...plain,
  ...Object.fromEntries(records),
  Query: wrapped(plain.Query),
  Mutation: wrapped(plain.Mutation),
} as typeof plain;
