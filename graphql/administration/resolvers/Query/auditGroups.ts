import { trailGroups } from '@/messages/trailSentence';
import { getViewerAs } from '@/server/context';
import type { QueryResolvers } from './../../../types.generated';

export const auditGroups: NonNullable<QueryResolvers['auditGroups']> = async (_parent, _arg, context) => {
  getViewerAs(context, 'ADMINISTRATOR');
  return trailGroups(context.language);
};
