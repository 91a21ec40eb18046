import { birthIn } from '@/domain/applicationForm';
import { cardBoundsProblems, cardGaps, fillerOf, keepsCards, sectionOfProblem } from '@/domain/card';
import { type CardFacts, type CardHolder, cardAnswers, cardDifferences, cardFor } from '@/domain/cardMatch';
import type { FieldValue } from '@/domain/case/facts';
import { dayIn } from '@/domain/days';
import type { StoredEntry } from '@/domain/evidence';
import { formFor } from '@/domain/procedure/document';
import type { Form, Procedure } from '@/domain/procedure/shape';
import type { Guard, Role } from '@/domain/procedure/vocabulary';
import type { Application, Employee, Organisation } from '@/generated/prisma/client';
import { now } from './clock';
import type { Db, Prisma } from './prisma';

/** The school's card behind a case that is not sent yet: read while sending still asks for it. */

const ASKS: readonly Guard[] = ['card_confirmed', 'card_matches', 'card_checked'];

/** Whether an act that leaves the case's status asks for the card. */
const asksForCard = (procedure: Procedure, { status }: Pick<Application, 'status'>): boolean =>
  keepsCards(procedure) && procedure.transitions.some((t) => t.from === status && t.guards?.some((guard) => ASKS.includes(guard)));

const CARD = {
  organisation: { select: { municipalityId: true } },
  card: { include: { entries: { where: { removedAt: null }, select: { indicatorId: true, value: true } } } },
  reports: { where: { closedAt: null }, select: { applicationId: true } },
} satisfies Prisma.EmployeeInclude;
type Holder = Prisma.EmployeeGetPayload<{ include: typeof CARD }>;

/** What the card says of an employee. */
export const holderOf = ({
  organisation: { municipalityId },
  ...employee
}: Employee & { organisation: Pick<Organisation, 'municipalityId'> }): CardHolder => ({ ...employee, municipalityId });

/** A person's employments that have not ended, the oldest first, each with its card. */
export const findHolders = (db: Db, { regionId, accountIds }: { regionId?: string; accountIds: string[] }): Promise<Holder[]> =>
  db.employee.findMany({
    where: { accountId: { in: accountIds }, dismissedAt: null, ...(regionId && { regionId }) },
    include: CARD,
    orderBy: { id: 'asc' },
  });

/** The employment whose card stands behind a case, or null. */
export const holderFor = (holders: readonly Holder[], row: Pick<Application, 'accountId' | 'regionId' | 'organisationId' | 'positionId'>) =>
  cardFor(
    holders.filter(({ accountId, regionId }) => accountId === row.accountId && regionId === row.regionId),
    row,
  );

/** The cards behind cases that sending asks for, by the id of the case. */
export async function findCaseCards(
  db: Db,
  cases: readonly { application: Application; procedure: Procedure }[],
): Promise<Map<string, CardFacts>> {
  const asking = cases.filter(({ application, procedure }) => asksForCard(procedure, application));
  if (asking.length === 0) return new Map();
  const holders = await findHolders(db, { accountIds: asking.map(({ application }) => application.accountId) });
  return new Map(
    asking.flatMap(({ application, procedure }): [string, CardFacts][] => {
      const holder = holderFor(holders, application);
      return holder?.card ? [[application.id, cardFacts(procedure, application, holder)]] : [];
    }),
  );
}

function cardFacts(procedure: Procedure, { id, values }: Application, holder: Holder): CardFacts {
  const { card, reports } = holder;
  const stated = values as Record<string, FieldValue>;
  const answers = cardAnswers(procedure, holderOf(holder));
  const form = formFor(procedure, holder.positionId);
  const entries = card?.entries ?? [];
  const on = { today: dayIn(procedure.region.timezone, now()), birth: birthIn(procedure, stated) };
  return {
    confirmed: card?.status === 'CONFIRMED',
    checked: card?.checkedAt != null,
    unfilledBy: form ? unfilledBy(form, entries) : [],
    outOfBounds: form !== null && cardBoundsProblems(form, entries, on).length > 0,
    answers,
    differences: cardDifferences(procedure, stated, answers),
    reported: reports.some(({ applicationId }) => applicationId === id),
  };
}

function unfilledBy(form: Form, entries: readonly StoredEntry[]): Role[] {
  const sections = cardGaps(form, entries).flatMap((gap) => sectionOfProblem(form, gap) ?? []);
  return [...new Set(sections.map(fillerOf))];
}
