import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { nameIndicators } from '../../indicators';

export const submitPortfolio: NonNullable<MutationResolvers['submitPortfolio']> = async (_parent, { applicationId }, context) => {
  const { problems, application } = await perform(getViewer(context), applicationId, { action: 'submit_portfolio' });
  return { problems: application ? await nameIndicators(problems, application, context.language) : problems, application };
};
