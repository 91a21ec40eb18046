import { getViewer } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { issueOrder } from '../../order';

export const refuseApplication: NonNullable<MutationResolvers['refuseApplication']> = async (_parent, { input }, context) =>
  issueOrder(getViewer(context), 'refuse', 'refuse', input);
