import type { MutationResolvers } from '../../../types.generated';
import { leaveCase } from '../../leave';

export const declareConflict: NonNullable<MutationResolvers['declareConflict']> = async (_parent, { input }, context) =>
  leaveCase(context, 'declare_conflict', input);
