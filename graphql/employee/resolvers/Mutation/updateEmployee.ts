import type { MutationResolvers } from './../../../types.generated';
export const updateEmployee: NonNullable<MutationResolvers['updateEmployee']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.updateEmployee resolver logic here */
};
