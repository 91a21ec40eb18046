import type { MutationResolvers } from './../../../types.generated';
export const requestInformation: NonNullable<MutationResolvers['requestInformation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.requestInformation resolver logic here */
};
