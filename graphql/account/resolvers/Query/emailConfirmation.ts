import { findConfirmation } from '@/server/auth/confirmEmail';
import type { QueryResolvers } from './../../../types.generated';

export const emailConfirmation: NonNullable<QueryResolvers['emailConfirmation']> = (_parent, { token }) => findConfirmation(token);
