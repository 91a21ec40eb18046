import { recordActionProblems } from '@/domain/case/acts';
import { statusWording } from '@/domain/labels';
import type { Problem } from '@/domain/problems';
import { problem } from '@/domain/problems';
import type { Action, RecordAction } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { type ActInput, decide, type Move, openActions, systemMove } from '@/domain/workflow';
import type { Application } from '@/generated/prisma/client';
import { type FieldChange, writeAudit } from './audit';
import { now } from './clock';
import { notFound } from './errors';
import { applyEvents } from './events';
import { type Case, findCase, ownAssignment } from './facts';
import { newId } from './ids';
import { sendListedRequests } from './listedRequests';
import type { Occurrence } from './occurrence';
import { Prisma, prisma, type Tx } from './prisma';
import { visibleApplications } from './visibility';

export type Act = Action | RecordAction;

/** What an act writes besides the status: rows of its own noun. Problems refuse the act and undo everything. */
export type ActWrite = (tx: Tx, found: Case, at: Date) => Promise<ActOutcome | undefined>;
export interface ActOutcome {
  problems?: Problem[];
  /** Events of an act on a sub-record; an act of the application has those of its transition. */
  events?: Occurrence[];
  /** Ids and words for the timeline. */
  data?: Record<string, string | number | string[] | null>;
  /** Former and new values, for the trail. */
  changes?: FieldChange[];
}

export interface Performed {
  problems: Problem[];
  application: Application | null;
}

class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super('refused');
  }
}

/**
 * The only way to act on a case. In one transaction: lock the row, ask the workflow, write what the act brings, the new status, timeline,
 * audit, letters and terms, then try the system's own transitions until none applies. Refusals come back as problems and leave no trace.
 */
export async function perform(
  viewer: Viewer,
  applicationId: string,
  act: { action: Action; input?: ActInput; write?: ActWrite } | { record: RecordAction; path?: string[]; write: ActWrite },
): Promise<Performed> {
  try {
    const application = await prisma.$transaction(
      async (tx) => {
        const found = await lockCase(tx, applicationId, viewer);
        const at = now();
        if ('record' in act) await actOnRecord(tx, found, viewer, act, at);
        else await moveCase(tx, found, viewer, act, at);
        await runSystem(tx, applicationId, at);
        return tx.application.findUniqueOrThrow({ where: { id: applicationId } });
      },
      { timeout: 20_000, maxWait: 10_000 },
    );
    return { problems: [], application };
  } catch (error) {
    if (error instanceof Refused) return { problems: error.problems, application: await readAgain(applicationId) };
    // Two acts at once met the last word of a unique index: the second is refused, not broken.
    const taken = takenProblem(error);
    if (taken) return { problems: [taken], application: await readAgain(applicationId) };
    throw error;
  }
}

/** The problem behind a unique index of a noun, or null. */
function takenProblem(error: unknown): Problem | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null;
  const codes: Record<string, Problem> = {
    Application: problem('OPEN_APPLICATION_EXISTS', ['field', 'position']),
    ExpertAssignment: problem('ALREADY_ASSIGNED'),
    AgendaItem: problem('ALREADY_ON_AGENDA'),
  };
  return codes[String(error.meta?.modelName)] ?? null;
}

const readAgain = (id: string) => prisma.application.findUnique({ where: { id } });

/** Locks a case the viewer may see and reads its facts under the lock. */
async function lockCase(tx: Tx, id: string, viewer: Viewer): Promise<Case> {
  await tx.$queryRaw(Prisma.sql`select id from "Application" where id = ${id}::uuid for update`);
  const visible = await tx.application.findFirst({ where: { AND: [visibleApplications(viewer), { id }] }, select: { id: true } });
  const found = visible && (await findCase(tx, id));
  return found ?? notFound();
}

async function moveCase(tx: Tx, before: Case, viewer: Viewer, act: { action: Action; input?: ActInput; write?: ActWrite }, at: Date) {
  const actor = { role: viewer.role, owns: true };
  const offered = openActions(before.procedure, before.form, before.facts, viewer.role).some((o) => o.action === act.action);
  if (!offered) {
    const verdict = decide(before.procedure, before.form, before.facts, act.action, actor, at, act.input);
    throw new Refused(verdict.ok ? [problem('NOT_YOUR_MOVE')] : verdict.problems);
  }
  const outcome = await act.write?.(tx, before, at);
  if (outcome?.problems?.length) throw new Refused(outcome.problems);
  const found = act.write ? await reread(tx, before.application.id) : before;
  const verdict = decide(found.procedure, found.form, found.facts, act.action, actor, at, act.input);
  if (!verdict.ok) throw new Refused(verdict.problems);
  await applyMove(tx, found, verdict, viewer, at, outcome);
}

async function actOnRecord(tx: Tx, found: Case, viewer: Viewer, act: { record: RecordAction; write: ActWrite }, at: Date) {
  const closed = recordActionProblems(found.procedure, found.form, found.facts, act.record, viewer.role, ownAssignment(found, viewer));
  if (closed.length) throw new Refused(closed);
  const outcome = await act.write(tx, found, at);
  if (outcome?.problems?.length) throw new Refused(outcome.problems);
  await writeTimeline(tx, await reread(tx, found.application.id), { kind: act.record, viewer, at, data: outcome?.data });
  await writeAudit(tx, viewer, { action: act.record, objectType: 'Application', objectId: found.application.id, data: toldOf(outcome) });
  await applyEvents(tx, found.application.id, outcome?.events ?? [], at);
}

/** What the trail says of the values an act has changed. */
const toldOf = (outcome?: ActOutcome): Prisma.InputJsonObject => (outcome?.changes?.length ? { changes: [...outcome.changes] } : {});

/** The system's transitions, tried after every act and every lapsed term; the procedure's check proves that they end. */
export async function runSystem(tx: Tx, applicationId: string, at: Date): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const found = await reread(tx, applicationId);
    const move = systemMove(found.procedure, found.form, found.facts);
    if (!move) return;
    await applyMove(tx, found, move, null, at);
  }
  throw new Error(`system transitions of ${applicationId} do not end`);
}

/** The same in a transaction of its own, for what only the clock brings about. */
export async function runSystemLocked(applicationId: string, at: Date): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(Prisma.sql`select id from "Application" where id = ${applicationId}::uuid for update`);
      await runSystem(tx, applicationId, at);
    },
    { timeout: 20_000 },
  );
}

async function reread(tx: Tx, id: string): Promise<Case> {
  const found = await findCase(tx, id);
  if (!found) throw new Error(`case ${id} vanished under its lock`);
  return found;
}

async function applyMove(tx: Tx, found: Case, move: Move, viewer: Viewer | null, at: Date, outcome?: ActOutcome) {
  const { application } = found;
  await tx.application.update({
    where: { id: application.id },
    data: { status: move.to, statusChangedAt: at, updatedAt: at, version: { increment: 1 } },
  });
  if (application.portfolio && move.portfolio !== application.portfolio.status) {
    await tx.portfolio.update({
      where: { applicationId: application.id },
      data: move.portfolio === 'SENT' ? { status: 'SENT', sentAt: at } : { status: move.portfolio },
    });
  }
  const { action, from, to } = { action: move.transition.action, from: move.from, to: move.to };
  const facts = { ...found.facts, status: to, portfolio: { ...found.facts.portfolio, status: move.portfolio } };
  const moved = { ...found, facts };
  await writeTimeline(tx, moved, { kind: action, viewer, at, from, to, data: outcome?.data });
  const wordings = { fromWording: statusWording(found.procedure, found.facts), toWording: statusWording(found.procedure, facts) };
  await writeAudit(tx, viewer, {
    action,
    objectType: 'Application',
    objectId: application.id,
    regionId: application.regionId,
    data: { from, to, ...wordings, ...toldOf(outcome) },
  });
  const { requests } = move.transition;
  if (viewer && requests) {
    await sendListedRequests(tx, application, requests, viewer, at);
    await writeTimeline(tx, moved, { kind: 'send_requests', viewer, at, data: { detail: String(requests.length) } });
  }
  await applyEvents(tx, application.id, move.events, at);
}

interface TimelineLine {
  kind: string;
  viewer: Viewer | null;
  at: Date;
  from?: string;
  to?: string;
  data?: ActOutcome['data'];
}

/** Adds a line to the history of a case, with what the case is called once it has happened: `found` is read after the act. */
export async function writeTimeline(tx: Tx, { application, procedure, facts }: Case, line: TimelineLine): Promise<void> {
  await tx.timelineEntry.create({
    data: {
      id: newId(),
      regionId: application.regionId,
      applicationId: application.id,
      at: line.at,
      actorId: line.viewer?.accountId ?? null,
      actorRole: line.viewer?.role ?? 'SYSTEM',
      kind: line.kind,
      fromStatus: line.from ?? null,
      toStatus: line.to ?? null,
      statusAfter: facts.status,
      wordingAfter: statusWording(procedure, facts),
      data: line.data ?? {},
    },
  });
}
