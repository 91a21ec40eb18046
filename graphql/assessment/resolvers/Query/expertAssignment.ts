import { getViewer } from '@/server/context';
import type { QueryResolvers } from '../../../types.generated';
import { findAssignment } from '../../assignments';

export const expertAssignment: NonNullable<QueryResolvers['expertAssignment']> = async (_parent, { id }, context) =>
  findAssignment(getViewer(context), id);
