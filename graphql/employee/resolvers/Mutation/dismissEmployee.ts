import type { MutationResolvers } from './../../../types.generated';
export const dismissEmployee: NonNullable<MutationResolvers['dismissEmployee']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.dismissEmployee resolver logic here */
};
