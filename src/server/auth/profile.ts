import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Account } from '@/generated/prisma/client';
import { letterAddress } from '../mail/letters';
import { accountRule } from './roles';

/** What a profile may still miss, by the words of the procedure; an address that must be confirmed has a word of its own. */
export type ProfileGap = 'fullName' | 'email' | 'emailConfirmed' | 'sex';
export type Profile = Pick<Account, 'lastName' | 'firstName' | 'email' | 'emailVerifiedAt' | 'pendingEmail' | 'sex'>;

/** What the procedure asks of a role's profile and is not there yet; names are asked of everybody, letters address people by them. */
export function profileGaps(procedure: Procedure, role: Role, person: Profile): ProfileGap[] {
  const rule = accountRule(procedure, role);
  const asked = new Set(['fullName', ...(rule?.profileRequired ?? [])]);
  const confirms = rule?.mode === 'self_registration';
  const gaps: [ProfileGap, boolean][] = [
    ['fullName', !person.lastName || !person.firstName],
    ['email', (asked.has('email') || confirms) && !letterAddress(person)],
    ['emailConfirmed', confirms && letterAddress(person) !== null && !person.emailVerifiedAt],
    ['sex', asked.has('sex') && !person.sex],
  ];
  return gaps.flatMap(([gap, open]) => (open ? [gap] : []));
}
