import { type Problem, problem } from '@/domain/problems';
import { LANGUAGES } from '@/domain/procedure/vocabulary';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { nameProblems, tidyName } from '@/domain/typed/personName';
import { changesBetween, writeAudit } from '../audit';
import { prisma } from '../prisma';
import type { SessionInfo } from '../sessions';
import { claimEmail } from './claimEmail';
import { proveOwner } from './freshProof';
import { homeOf, regionOf } from './homeRegion';
import { afterOwnChange, phoneProblems, tidyPhone } from './phones';
import { spend } from './throttle';

export interface ProfileInput {
  lastName: string;
  firstName: string;
  patronymic: string;
  email: string;
  phone: string;
  language: string;
  sex?: string | null;
  current?: string | null;
}

const SEXES = ['female', 'male'];

/**
 * Saves one's own profile. A new e-mail waits for its letter; letters about the case and sign-in stay with the former one till then. For it
 * its owner shows who he is, and another's address is answered like any other.
 */
export async function saveProfile(session: SessionInfo, input: ProfileInput): Promise<Problem[]> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: session.accountId } });
  const email = parseEmail(input.email);
  const phone = tidyPhone(input.phone);
  const language = LANGUAGES.find((known) => known === input.language);
  const problems = [...nameProblems(input, account), ...emailProblems(input.email, ['email']), ...phoneProblems(input.phone)];
  if (!language) problems.push(problem('VALUE_NOT_LISTED', ['language']));
  if (input.sex && !SEXES.includes(input.sex)) problems.push(problem('VALUE_NOT_LISTED', ['sex']));
  if (problems.length || !email || !language) return problems;
  const moves = email !== account.email && email !== account.pendingEmail;
  if (moves) {
    const wrong = await proveOwner(session, account, input.current ?? null);
    const refused = wrong.length ? wrong : await spend([['claim_account', account.id]]);
    if (refused.length) return refused;
  }
  const names = { lastName: tidyName(input.lastName), firstName: tidyName(input.firstName), patronymic: tidyName(input.patronymic) };
  const data = { ...names, phone, ...afterOwnChange(account, phone), language, ...(input.sex && { sex: input.sex }) };
  const home = session.viewer ? await regionOf(session.viewer.regionId) : await homeOf(prisma, account.id);
  await prisma.$transaction(async (tx) => {
    const saved = await tx.account.update({ where: { id: account.id }, data });
    if (moves) await claimEmail(tx, { ...home, account: saved, email });
    const told = { ...names, phone, language, sex: saved.sex, ...(moves && { email }) };
    const changes = changesBetween(account, told);
    if (changes.length === 0) return;
    const about = { objectType: 'Account', objectId: account.id, data: { changes } };
    await writeAudit(tx, session.viewer, { action: 'save_profile', ...about });
  });
  return [];
}
