import type { QueryResolvers } from './../../../types.generated';

export const viewer: NonNullable<QueryResolvers['viewer']> = (_parent, _args, { session }) => session;
