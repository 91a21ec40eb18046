import type { QueryResolvers } from './../../../types.generated';

export const region: NonNullable<QueryResolvers['region']> = (_parent, _args, context) => context.region;
