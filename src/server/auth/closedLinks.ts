import { type Problem, problem } from '@/domain/problems';
import { prisma } from '../prisma';
import { tokenHash } from './credentials';
import { homeOf, regionOf } from './homeRegion';

/** Why the link of a letter opens nothing any more. Whoever has the token has read the letter: he may know what became of it. */

interface Link {
  usedAt: Date | null;
  createdAt: Date;
}
type Kind = 'confirmation' | 'reset' | 'invitation';

/** Null for a link that nobody was sent, or that is gone. */
export async function findClosedLink(token: string): Promise<Problem | null> {
  const hash = { tokenHash: tokenHash(token) };
  const [confirmation, reset, invitation] = await Promise.all([
    prisma.emailConfirmation.findUnique({ where: hash }),
    prisma.passwordReset.findUnique({ where: hash }),
    prisma.invitation.findUnique({ where: hash }),
  ]);
  const newest = { orderBy: { createdAt: 'desc' }, select: { createdAt: true } } as const;
  if (confirmation) {
    const { accountId, email } = confirmation;
    if (await prisma.account.count({ where: { id: accountId, email, emailVerifiedAt: { not: null } } }))
      return problem('ALREADY_CONFIRMED');
    const newer = await prisma.emailConfirmation.findFirst({ where: { accountId, email }, ...newest });
    return reasonOf('confirmation', confirmation, newer, () => homeOf(prisma, accountId));
  }
  if (reset) {
    const { accountId, email } = reset;
    const newer = await prisma.passwordReset.findFirst({ where: { accountId, email }, ...newest });
    return reasonOf('reset', reset, newer, () => homeOf(prisma, accountId));
  }
  if (!invitation) return null;
  const { regionId, email, role, organisationId, municipalityId } = invitation;
  const same = { regionId, email, role, ...(role !== 'EXPERT' && { organisationId, municipalityId }) };
  const newer = await prisma.invitation.findFirst({ where: same, ...newest });
  return reasonOf('invitation', invitation, newer, () => regionOf(regionId));
}

type Place = () => ReturnType<typeof regionOf>;

async function reasonOf(kind: Kind, link: Link, newer: Pick<Link, 'createdAt'> | null, place: Place): Promise<Problem> {
  if (newer && newer.createdAt > link.createdAt) return linkReplaced(newer.createdAt, place);
  return link.usedAt ? problem('LINK_USED', [], { kind }) : problem('LINK_EXPIRED');
}

/** Says that a newer letter or code holds, and of when it is by the region's clock. */
export async function linkReplaced(at: Date, place: Place, kind: 'link' | 'code' = 'link'): Promise<Problem> {
  const { procedure } = await place();
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: procedure.region.timezone }).format(
    at,
  );
  const [date = '', time = ''] = parts.split(' ');
  return problem('LINK_REPLACED', kind === 'code' ? ['code'] : [], { kind, date, time });
}
