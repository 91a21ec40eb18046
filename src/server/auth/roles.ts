import type { Procedure } from '@/domain/procedure/shape';
import { ROLE_SCOPE, ROLES, type Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';

/** How people of a role come in: what the procedure says of it; a role it does not name is given by the administrator. */
export const accountRule = (procedure: Procedure, role: Role) => procedure.accounts.find((entry) => entry.role === role);

/** Whether people of a role may come in through the state's portal, besides a login where they have one. */
export function mayLinkIdentity(procedure: Procedure, role: Role): boolean {
  const rule = accountRule(procedure, role);
  return rule?.mode === 'esia' || rule?.mode === 'state_portal' || rule?.alsoEsia === true;
}

/** Roles that a person takes up by himself: nobody issues them. */
const BY_ONESELF = ['email_credentials', 'self_registration', 'snils_activation', 'esia', 'state_portal'];

/** Roles a viewer may give to others and take away: the procedure names who issues a role (by default the operator), the administrator may issue all. */
export function issuableRoles(procedure: Procedure, viewer: Pick<Viewer, 'role'>): Role[] {
  return ROLES.filter((role) => {
    if (!procedure.roles.some((known) => known.key === role)) return false;
    const rule = accountRule(procedure, role);
    if (rule && BY_ONESELF.includes(rule.mode)) return false;
    const issuer = rule ? (rule.issuedBy ?? rule.invitedBy ?? 'OPERATOR') : 'ADMINISTRATOR';
    return viewer.role === 'ADMINISTRATOR' || viewer.role === issuer;
  });
}

/** Roles whose holders a viewer may see and take the role from. */
export function overseenRoles(procedure: Procedure, viewer: Pick<Viewer, 'role'>): Role[] {
  if (viewer.role === 'ADMINISTRATOR') return [...ROLES];
  const issued = issuableRoles(procedure, viewer);
  return viewer.role === 'OPERATOR' ? ['TEACHER', ...issued] : issued;
}

/** What belongs to a role besides the region; an expert works at an organisation. */
export function roleNeeds(role: Role): 'REGION' | 'MUNICIPALITY' | 'ORGANISATION' {
  if (role === 'EXPERT' || ROLE_SCOPE[role] === 'organisation') return 'ORGANISATION';
  return ROLE_SCOPE[role] === 'municipality' ? 'MUNICIPALITY' : 'REGION';
}
