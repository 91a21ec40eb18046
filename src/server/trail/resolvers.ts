import { resolvers as plain } from '@graphql/resolvers.generated';
import type { GraphQLFieldResolver } from 'graphql';
import type { GraphQLContext } from '../context';
import { withAuditSource } from './source';

type Resolve = GraphQLFieldResolver<unknown, GraphQLContext>;

/** A root field's work is done on behalf of its request: lines of the trail that it writes name address, request and session. */
const onBehalf =
  (resolve: Resolve): Resolve =>
  (parent, args, context, info) => {
    const { address, requestId, session } = context;
    return withAuditSource({ address, requestId, sessionId: session?.sessionId ?? null }, () => resolve(parent, args, context, info));
  };

const wrapped = (fields: object | undefined) =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, resolve]) => [name, onBehalf(resolve as Resolve)]));

/** The resolver map as the API serves it: every root field leaves its traces. */
export const resolvers = { ...plain, Query: wrapped(plain.Query), Mutation: wrapped(plain.Mutation) } as typeof plain;
