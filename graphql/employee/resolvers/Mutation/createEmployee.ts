import type { MutationResolvers } from './../../../types.generated';
export const createEmployee: NonNullable<MutationResolvers['createEmployee']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.createEmployee resolver logic here */
};
