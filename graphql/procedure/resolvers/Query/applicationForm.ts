import { getViewerAs } from '@/server/context';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';

export const applicationForm: NonNullable<QueryResolvers['applicationForm']> = async (_parent, _arg, context) => {
  const { procedure } = await getCurrentProcedure(getViewerAs(context, 'TEACHER').regionId);
  return { procedure };
};
