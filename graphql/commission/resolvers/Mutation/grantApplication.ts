import { getViewer } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { issueOrder } from '../../order';

export const grantApplication: NonNullable<MutationResolvers['grantApplication']> = async (_parent, { input }, context) =>
  issueOrder(getViewer(context), 'grant', 'establish', input);
