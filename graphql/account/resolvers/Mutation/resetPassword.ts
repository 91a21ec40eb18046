import { resetPassword as reset } from '@/server/auth/passwordReset';
import type { MutationResolvers } from './../../../types.generated';

export const resetPassword: NonNullable<MutationResolvers['resetPassword']> = (_parent, { input }, { address }) =>
  reset(input.token, input.next, input.keepIdentities ?? [], address);
