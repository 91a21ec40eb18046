import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { parseSnils, snilsProblems } from '@/domain/typed/snils';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from '@/server/audit';
import { issueActivation } from '@/server/auth/activation';
import { phoneProblems, takePhone } from '@/server/auth/phones';
import { now } from '@/server/clock';
import { newId } from '@/server/ids';
import { Prisma, prisma, type Tx } from '@/server/prisma';
import { type Details, detailProblems, tidyDetails } from './details';

interface Given extends Details {
  snils: string;
  email?: string | null;
  phone?: string | null;
}

interface Entered {
  problems: Problem[];
  employeeId: string | null;
  activationCode: string | null;
}

const refused = (...problems: Problem[]): Entered => ({ problems, employeeId: null, activationCode: null });

/** Enters an employee with an empty card and the account of his SNILS: a new one that he opens himself, or the one he has. */
export async function enterEmployee(viewer: Viewer, procedure: Procedure, given: Given, language: Language): Promise<Entered> {
  const snils = parseSnils(given.snils);
  const email = given.email?.trim() ? parseEmail(given.email) : null;
  const phone = given.phone ?? '';
  const problems = [...snilsProblems(given.snils, ['snils']), ...detailProblems(procedure, given)];
  if (given.email?.trim()) problems.push(...emailProblems(given.email, ['email']));
  problems.push(...phoneProblems(phone));
  if (problems.length || !snils) return refused(...problems);
  const write = () => prisma.$transaction((tx) => enter(tx, viewer, procedure, { ...tidyDetails(given), snils, email, phone, language }));
  try {
    return await write();
  } catch (error) {
    // Two schools enter one person at the same moment: the second finds the account of the first.
    if (isTaken(error))
      return write().catch((again) => (isTaken(again) ? refused(problem('VALUE_TAKEN', ['snils'])) : Promise.reject(again)));
    throw error;
  }
}

const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

interface Tidy extends Details {
  snils: string;
  email: string | null;
  phone: string;
  language: Language;
}

async function enter(tx: Tx, viewer: Viewer, procedure: Procedure, { snils, email, phone, language, ...details }: Tidy): Promise<Entered> {
  const { regionId, organisationId } = viewer;
  if (!organisationId) return refused(problem('NOT_YOUR_MOVE'));
  const before = await tx.employee.findUnique({ where: { organisationId_snils: { organisationId, snils } } });
  if (before && !before.dismissedAt) return refused(problem('VALUE_TAKEN', ['snils']));
  const known = await tx.account.findUnique({ where: { snils } });
  const at = now();
  const account = known ?? (await openAccount(tx, { snils, email, phone, language, ...details }, at));
  if (!known) await takePhone(tx, account, phone);
  await giveTeacherRole(tx, viewer, account.id, at);
  const employee = before
    ? await tx.employee.update({
        where: { id: before.id },
        data: { ...details, accountId: account.id, dismissedAt: null, version: { increment: 1 } },
      })
    : await tx.employee.create({
        data: {
          id: newId(),
          regionId,
          organisationId,
          accountId: account.id,
          snils,
          ...details,
          createdAt: at,
          createdById: viewer.accountId,
          card: { create: { id: newId(), regionId, status: 'DRAFT', updatedAt: at } },
        },
      });
  if (before)
    await tx.employeeCard.update({ where: { employeeId: before.id }, data: { status: 'DRAFT', confirmedAt: null, checkedAt: null } });
  await writeAudit(tx, viewer, { action: 'create_employee', objectType: 'Employee', objectId: employee.id });
  if (known) {
    // A join is by SNILS, never by name, and always in the log.
    const data = { accountId: known.id, by: 'snils' };
    await writeAudit(tx, viewer, { action: 'join_employee_account', objectType: 'Employee', objectId: employee.id, data });
  }
  const activationCode = known ? null : await issueActivation(tx, { regionId, procedure, account, by: viewer.accountId });
  return { problems: [], employeeId: employee.id, activationCode };
}

/** An account that nobody can sign in to yet: its password is chosen by whoever has the activation. */
const openAccount = (tx: Tx, { lastName, firstName, patronymic, sex, snils, email, language }: Tidy, at: Date) =>
  tx.account.create({
    data: {
      id: newId(),
      login: snils,
      snils,
      pendingEmail: email,
      sex,
      language,
      passwordHash: '-',
      lastName,
      firstName,
      patronymic,
      createdAt: at,
    },
  });

async function giveTeacherRole(tx: Tx, { regionId }: Viewer, accountId: string, at: Date): Promise<void> {
  const own = { regionId, accountId, role: 'TEACHER' };
  const there = await tx.roleAssignment.findFirst({ where: { ...own, removedAt: null } });
  if (!there) await tx.roleAssignment.create({ data: { id: newId(), ...own, createdAt: at } });
}
