import type { MutationResolvers } from '../../../types.generated';
import { leaveCase } from '../../leave';

export const declineAssignment: NonNullable<MutationResolvers['declineAssignment']> = async (_parent, { input }, context) =>
  leaveCase(context, 'decline_assignment', input);
