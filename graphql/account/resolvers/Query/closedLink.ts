import { findClosedLink } from '@/server/auth/closedLinks';
import type { QueryResolvers } from './../../../types.generated';

export const closedLink: NonNullable<QueryResolvers['closedLink']> = (_parent, { token }) => findClosedLink(token);
