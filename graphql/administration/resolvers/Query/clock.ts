import { getViewerAs } from '@/server/context';
import type { QueryResolvers } from './../../../types.generated';

export const clock: NonNullable<QueryResolvers['clock']> = async (_parent, _arg, context) => {
  getViewerAs(context, 'ADMINISTRATOR');
  return {};
};
