import type { MutationResolvers } from './../../../types.generated';
export const approveSchedule: NonNullable<MutationResolvers['approveSchedule']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.approveSchedule resolver logic here */
};
