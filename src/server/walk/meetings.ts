import { MEETING_AHEAD } from '@/domain/case/groups';
import { addDays, dayIn } from '@/domain/days';
import type { Problem } from '@/domain/problems';
import { stepAtHand } from '@/domain/schedule';
import { resultOf } from '@/domain/scoring';
import { now } from '../clock';
import { isoDay } from '../facts';
import { prisma } from '../prisma';
import * as M from './documents';
import type { Move, Walk } from './walk';

const today = ({ found }: Walk) => dayIn(found.procedure.region.timezone, now());

/** A meeting of the step at hand that is still to come; planned for today where there is none, and for a practice case always: it holds no real one. */
export async function meetingFor(walk: Walk): Promise<{ id: string | null; problems: Problem[] }> {
  const { procedure, facts, application } = walk.found;
  const step = stepAtHand(procedure, facts.status);
  const planned = application.practice
    ? null
    : await prisma.meeting.findFirst({
        where: { regionId: application.regionId, step, status: { in: [...MEETING_AHEAD] }, date: { gte: new Date(today(walk)) } },
        orderBy: { date: 'asc' },
      });
  if (planned) return { id: planned.id, problems: [] };
  const taken = await prisma.meeting.findMany({ where: { regionId: application.regionId, step, date: { gte: new Date(today(walk)) } } });
  let date = today(walk);
  while (taken.some((meeting) => isoDay(meeting.date) === date)) date = addDays(date, 1);
  const input = { step, date };
  const { meeting, problems } = await walk.act<{ meeting: { id: string } }>(M.PLAN_MEETING, { input }, { role: 'SECRETARY' });
  return { id: meeting?.id ?? null, problems };
}

/** Holds the meeting on whose agenda the case stands; the clock goes to its day first. */
export const holdMeeting: Move = async (walk) => {
  const { application, procedure, facts } = walk.found;
  const item = application.agendaItems.find((i) => i.step === stepAtHand(procedure, facts.status));
  if (!item) return (await meetingFor(walk)).problems;
  const date = isoDay(item.meeting.date);
  if (date > today(walk)) await walk.goTo?.(new Date(`${date}T06:00:00Z`));
  const { minMembers } = procedure.decision.quorum;
  const input = { id: item.meetingId, members: minMembers + 2, present: minMembers + 1 };
  return (await walk.act(M.HOLD_MEETING, { input })).problems;
};

/** The commission follows the experts, or the coordinator's verdict where there are no points. */
export const decide: Move = async ({ found, act }) => {
  const { application, procedure, form } = found;
  const totals = application.assignments.flatMap((a) => (a.status === 'FINAL' && a.sheet?.total ? [a.sheet.total.toString()] : []));
  const result = form && resultOf(procedure, form, application.categoryId, totals);
  const passed = application.verdict === 'does_not_meet' ? false : (result?.passed ?? true);
  const { minMembers } = procedure.decision.quorum;
  const votes = passed ? { votesFor: minMembers, votesAgainst: 1 } : { votesFor: 1, votesAgainst: minMembers };
  const text = 'Решение принято по результатам всестороннего анализа';
  const input = { applicationId: application.id, ...votes, votesAbstained: 0, text };
  return (await act(M.RECORD_DECISION, { input })).problems;
};

/** The order of the day. */
export const order =
  (document: string): Move =>
  async (walk) => {
    const date = today(walk);
    const number = `${date.replaceAll('-', '')}-${walk.found.facts.decision?.outcome === 'establish' ? 1 : 2}`;
    return (await walk.act(document, { input: { applicationId: walk.found.application.id, number, date } })).problems;
  };
