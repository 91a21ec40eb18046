import { machineLabel, publicStatusLabel } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { Action, ApplicationStatus, RecordAction, Role } from '@/domain/procedure/vocabulary';
import type { Account, Region } from '@/generated/prisma/client';
import { aheadMs, moveClock, now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { findCase } from '@/server/facts';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { ensureBucket } from '@/server/storage/bucket';
import { CREATE } from '@/server/walk/documents';
import type { Wishes } from '@/server/walk/values';
import { type Step, walkCase } from '@/server/walk/walk';
import { walkTo } from '@/server/walk/walkTo';
import { as, contextOf, dataOf, giveRole, makeAccount, makePlace, makeRegion, type Place } from './viewers';

/** Journeys of API tests: a region with somebody in every role of its procedure, and cases that are walked through it by the API. */

export interface Land {
  region: Region;
  procedure: Procedure;
  place: Place;
}

/** A region of a folder under procedures/ with a school, its people, the region's people and five experts of the same municipality. */
export async function makeLand(folder: string): Promise<Land> {
  await ensureBucket();
  const region = await makeRegion(folder);
  const { procedure } = await getCurrentProcedure(region.id);
  const place = await makePlace(region);
  for (const { key: role } of procedure.roles)
    if (role !== 'SYSTEM' && role !== 'TEACHER' && role !== 'EXPERT') await giveRole(role, { region, place, account: await makeAccount() });
  for (let k = 0; k < 5; k += 1) {
    const organisation = await prisma.organisation.create({
      data: { id: crypto.randomUUID(), regionId: region.id, municipalityId: place.municipality.id, name: `Школа эксперта ${k}` },
    });
    await giveRole('EXPERT', { region, place: { ...place, organisation }, account: await makeAccount({ lastName: `Эксперт${k}` }) });
  }
  return { region, procedure, place };
}

interface Offered {
  action: string;
  open: boolean;
}
const ACTS = 'query ($id: UUID!) { application(id: $id) { viewerActions { action open } } }';

let people = 0;

/** A teacher of the land with everything a profile may ask for. */
export async function makeTeacher(): Promise<Account> {
  people += 1;
  const digits = `555000${String(people).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  const snils = digits + String((sum % 101) % 100).padStart(2, '0');
  return makeAccount({ snils, sex: 'female', emailVerifiedAt: new Date() });
}

export interface Journey {
  id: string;
  teacher: GraphQLContext;
  /** Walks on to a status; tells every step as "role act: the region's words". `look` is called after each. */
  walkTo(target: ApplicationStatus, share?: number, look?: () => Promise<void>): Promise<string[]>;
  /** Does one act that is offered, or the one that is waited for. */
  step(action?: Action | RecordAction): Promise<Step>;
  /** Acts of the teacher that are open now, as the API tells him. */
  teacherMay(): Promise<string[]>;
  /** The experts' statuses in the order of their appointment, and what the region calls them. */
  experts(): Promise<string[]>;
  /** The status and what it is called. */
  status(): Promise<{ status: string; label: string }>;
  /** Moves the clock on and lets the worker look at the terms. */
  later(days: number): Promise<void>;
}

/** Begins a case of a teacher and gives the ways to walk it. */
export async function beginJourney({ region, procedure, place }: Land, wishes: Wishes = {}, account?: Account): Promise<Journey> {
  const teacher = await as('TEACHER', { region, account: account ?? (await makeTeacher()) });
  const { createApplication } = dataOf(await execute<{ createApplication: { application: { id: string } } }, object>(CREATE, {}, teacher));
  const { id } = createApplication.application;
  const all = { municipality: place.municipality.id, organisation: place.organisation.id, ...wishes };
  const label = async () => {
    const found = await findCase(prisma, id);
    return found ? publicStatusLabel(procedure, found.facts, 'ru') : '';
  };
  return {
    id,
    teacher,
    walkTo: async (target, share, look) => {
      const said: string[] = [];
      await walkTo(id, target, { wishes: all, goTo, ...(share !== undefined && { share }) }, async ({ role, action }) => {
        said.push(`${role} ${action}: ${await label()}`);
        await look?.();
      });
      return said;
    },
    step: async (action) => {
      const step = await walkCase(id, { wishes: all, goTo, ...(action && { action }) });
      if (!step) throw new Error('nothing is left to do');
      return step;
    },
    teacherMay: async () => {
      // A request of its own: the loaders of a context remember what they read.
      const now = await contextOf(region, teacher.session?.sessionId ?? null);
      const { application } = dataOf(await execute<{ application: { viewerActions: Offered[] } }, object>(ACTS, { id }, now));
      return application.viewerActions.filter((act) => act.open).map((act) => act.action);
    },
    experts: async () => {
      const rows = await prisma.expertAssignment.findMany({ where: { applicationId: id }, orderBy: { id: 'asc' } });
      return rows.map((row) => `${row.status} ${machineLabel(procedure, 'assignment', row.status, 'ru')}`);
    },
    status: async () => {
      const { status } = await prisma.application.findUniqueOrThrow({ where: { id } });
      return { status, label: await label() };
    },
    later: async (days) => {
      await moveClock(aheadMs() + days * 86_400_000);
      await watchTerms();
    },
  };
}

async function goTo(instant: Date): Promise<void> {
  await moveClock(aheadMs() + Math.max(0, instant.getTime() - now().getTime()));
}

/** Roles of a procedure that are people. */
export const rolesOf = (procedure: Procedure): Role[] => procedure.roles.flatMap(({ key }) => (key === 'SYSTEM' ? [] : [key]));
