import { getViewerAs } from '@/server/context';
import type { QueryResolvers } from './../../../types.generated';
import { findVersions } from '../../versions';

export const procedure: NonNullable<QueryResolvers['procedure']> = async (_parent, { id }, context) => {
  getViewerAs(context, 'ADMINISTRATOR');
  return (await findVersions({ id }))[0] ?? null;
};
