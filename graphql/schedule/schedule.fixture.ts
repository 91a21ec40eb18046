import type { Application, Region } from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { type ExecuteResult, execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { contextOf, dataOf, makeAccount, type Place } from '@/testing/viewers';

/** Cases of a region of its own, and its acts by name: what a script needs of the answers. */

let numbers = 0;

/** A teacher's case that was sent, in a status of its region. */
export async function makeSent(
  region: Region,
  place: Place,
  given: { status?: string; values?: Record<string, string>; lastName?: string } = {},
): Promise<Application> {
  const at = new Date();
  const { status = 'SUBMITTED', values = {}, lastName = 'Кедрова' } = given;
  const account = await makeAccount({ lastName });
  const registered = !['SUBMITTED', 'RETURNED'].includes(status);
  numbers += 1;
  return prisma.application.create({
    data: {
      id: newId(),
      regionId: region.id,
      procedureVersionId: region.currentVersionId ?? '',
      accountId: account.id,
      status,
      number: registered ? `${region.code}-${newId()}-${numbers}` : null,
      lastName,
      firstName: account.firstName,
      patronymic: account.patronymic,
      values: { position: 'teacher', requested_category: 'first', attestation_form: 'in_person', ...values },
      positionId: 'teacher',
      categoryId: 'first',
      organisationId: place.organisation.id,
      municipalityId: place.municipality.id,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      registeredAt: registered ? at : null,
      statusChangedAt: at,
    },
  });
}

/** Every call is a request of its own, as a browser makes them. */
export async function ask<T>(context: GraphQLContext, document: string, variables: object): Promise<ExecuteResult<T>> {
  if (!context.region || !context.session) throw new Error('nobody is signed in');
  return execute<T, object>(document, variables, await contextOf(context.region, context.session.sessionId));
}
const said = async <T>(context: GraphQLContext, document: string, variables: object): Promise<T> =>
  dataOf(await ask<T>(context, document, variables));

export interface Refusal {
  code: string;
  path: string[];
  message: string;
}
interface Answer {
  problems: Refusal[];
  approved?: number;
  leftOut?: string[];
}

/** Does an act by the API; its refusals. */
export async function act(context: GraphQLContext, document: string, variables: object): Promise<Answer> {
  const [answer] = Object.values(await said<Record<string, Answer>>(context, document, variables));
  if (!answer) throw new Error(`no answer to ${document}`);
  return answer;
}

/** Codes of an act's refusals. */
export const codes = async (context: GraphQLContext, document: string, variables: object): Promise<string[]> =>
  (await act(context, document, variables)).problems.map((p) => p.code);

export const APPROVE =
  'mutation ($input: ApproveScheduleInput!) { approveSchedule(input: $input) { problems { code path message } approved leftOut } }';

const SCHEDULE = `query ($periodId: String, $waiting: Boolean! = false, $municipalityId: UUID) {
  schedule(periodId: $periodId, waiting: $waiting, municipalityId: $municipalityId) {
    municipality { id } period { id label } heading status statusLabel edition
    viewerActions { action open closedBy { code } }
    rows { approved expertsAppointed application { id statusLabel period { id } scheduleStatus } }
  }
}`;

export interface ScheduleSeen {
  municipality: { id: string };
  period: { id: string; label: string } | null;
  heading: string | null;
  status: string;
  statusLabel: string;
  edition: number;
  viewerActions: { action: string; open: boolean; closedBy: { code: string }[] }[];
  rows: { approved: boolean; expertsAppointed: boolean; application: { id: string; statusLabel: string } }[];
}

export const readSchedule = async (
  context: GraphQLContext,
  variables: { periodId?: string; waiting?: boolean; municipalityId?: string } = {},
) => (await said<{ schedule: ScheduleSeen[] }>(context, SCHEDULE, variables)).schedule;

interface Seen {
  status: string;
  statusLabel: string;
  number: string | null;
  portalNumber: string | null;
  scheduleStatusLabel: string | null;
  viewerActions: { action: string; open: boolean }[];
  caseLine: { key: string; label: string; state: string }[];
  whoseMove: { action: string; roles: string[]; deadline: { status: string; daysLeft: number } | null }[];
  deadlines: { termId: string; untilDate: string; status: string }[];
  settableDates: { termId: string; untilDate: string | null }[];
  timeline: { text: string }[];
}
const CASE = `query ($id: UUID!) { application(id: $id) {
  status statusLabel number portalNumber scheduleStatusLabel
  viewerActions { action open } caseLine { key label state }
  whoseMove { action roles deadline { status daysLeft } }
  deadlines { termId untilDate status } settableDates { termId untilDate } timeline { text }
} }`;

/** The case as somebody sees it. */
export async function readCase(context: GraphQLContext, id: string): Promise<Seen> {
  const { application } = await said<{ application: Seen | null }>(context, CASE, { id });
  if (!application) throw new Error('not found');
  return application;
}
