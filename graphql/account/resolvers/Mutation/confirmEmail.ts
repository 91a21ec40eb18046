import { confirmEmail as confirm } from '@/server/auth/confirmEmail';
import type { MutationResolvers } from './../../../types.generated';

export const confirmEmail: NonNullable<MutationResolvers['confirmEmail']> = async (_parent, { token }) => ({
  problems: await confirm(token),
});
