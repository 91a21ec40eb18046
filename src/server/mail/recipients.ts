import { ASSESSING, COUNTED, isIn } from '@/domain/case/groups';
import { dayIn, formatDay } from '@/domain/days';
import { publicStatusLabel } from '@/domain/labels';
import type { Letter } from '@/domain/procedure/letterShape';
import type { AssignmentStatus, DomainEvent, Language, Role } from '@/domain/procedure/vocabulary';
import { periodLabel } from '@/domain/schedule';
import { SEGMENT_OF } from '@/domain/segments';
import { env } from '../env';
import { type Case, isoDay, latestTerms } from '../facts';
import { fullName } from '../fullName';
import type { Tx } from '../prisma';
import { cardValues } from './cardValues';
import { LETTER_ACCOUNT, type LetterValues, type Recipient, toAccount } from './letters';

/** Who gets a letter of a case: the teacher, his school, his municipality's coordinators, the experts at work, or a role of the region. */
export async function recipientsOf(
  tx: Tx,
  { application, facts }: Case,
  role: Letter['recipient'],
  occurrence: { event: DomainEvent; expertId?: string; organisationId?: string },
): Promise<Recipient[]> {
  // A question is told to those it was put to.
  const addressee = role === 'TEACHER' ? 'TEACHER' : role.startsWith('SCHOOL_') ? 'EMPLOYER' : null;
  if (occurrence.event === 'information.requested' && addressee && !facts.requests.awaited.includes(addressee)) return [];
  if (role === 'TEACHER' || role === 'ACCOUNT') {
    const account = await tx.account.findUniqueOrThrow({ where: { id: application.accountId }, select: LETTER_ACCOUNT });
    const { firstName, patronymic } = application;
    return [{ ...toAccount(account), ...(firstName && { firstName, patronymic }) }];
  }
  if (role === 'EXPERT') {
    const who = occurrence.expertId
      ? { id: occurrence.expertId }
      : { assignments: { some: { applicationId: application.id, status: { in: [...ASSESSING] } } } };
    const experts = await tx.expert.findMany({ where: who, select: { id: true, account: { select: LETTER_ACCOUNT } } });
    return experts.map((e) => ({ ...toAccount(e.account), expertId: e.id }));
  }
  // Who may act for a coordinator that a municipality does not have is told in his stead.
  const holder = role === 'COORDINATOR' && !facts.coordinatorActive ? 'OPERATOR' : role;
  const scope =
    holder === 'COORDINATOR'
      ? { municipalityId: application.municipalityId }
      : role.startsWith('SCHOOL_')
        ? { organisationId: occurrence.organisationId ?? application.organisationId }
        : {};
  const rows = await tx.roleAssignment.findMany({
    where: { regionId: application.regionId, role: holder, removedAt: null, ...scope },
    select: { account: { select: LETTER_ACCOUNT } },
  });
  return rows.map((r) => ({ ...toAccount(r.account), role: holder }));
}

const NO_PHONE: Record<Language, string> = { ru: 'не указан', en: 'not given' };

/** The telephone that stands in the application: the account's may be another, or none. */
function phoneOf({ procedure, facts }: Case): string {
  const numbers = procedure.application.fields.filter(({ type }) => type === 'phone').map(({ id }) => facts.values[id]);
  return numbers.find((number): number is string => typeof number === 'string' && number.trim() !== '') ?? '';
}

/** The values of a letter's placeholders, dates and words in the region's own form. */
export async function letterValues(
  tx: Tx,
  found: Case,
  occurrence: { event: DomainEvent; expertId?: string; role?: Role },
  language: Language,
): Promise<LetterValues> {
  const { application, procedure, facts } = found;
  const zone = procedure.region.timezone;
  const day = (date: Date | null | undefined) => (date ? formatDay(dayIn(zone, date), language) : '');
  const expert = occurrence.expertId ? await tx.expert.findUnique({ where: { id: occurrence.expertId }, select: { account: true } }) : null;
  const assignment = occurrence.expertId ? application.assignments.findLast((a) => a.expertId === occurrence.expertId) : undefined;
  const position = procedure.positions.find((p) => p.id === application.positionId);
  const outcome = application.decision?.outcome;
  const { phone } = await tx.account.findUniqueOrThrow({ where: { id: application.accountId }, select: { phone: true } });
  const seated = application.assignments.filter((a) => isIn(a.status as AssignmentStatus, COUNTED)).map((a) => a.expertId);
  const experts = await tx.expert.findMany({ where: { id: { in: seated } }, select: { account: true }, orderBy: { id: 'asc' } });
  const names = experts.map((e) => e.account);
  const at = (path: string) => `${env.APP_URL}${path}`;
  const values: LetterValues = {
    'teacher.firstName': application.firstName,
    'teacher.patronymic': application.patronymic,
    'teacher.fullName': fullName(application),
    'teacher.position': position?.label[language] ?? '',
    'application.number': application.number ?? '',
    'application.status': publicStatusLabel(procedure, facts, language),
    'application.statusChangedOn': day(application.statusChangedAt),
    'application.submittedOn': day(application.submittedAt),
    'application.registeredOn': day(application.registeredAt),
    'application.refusalReason': reasonText(found, language),
    'application.returnReason': reasonText(found, language),
    'employer.disputeReason': application.employerConfirmation?.reason ?? '',
    'withdrawal.reason': application.withdrawal?.reason ?? '',
    'withdrawal.declineReason': application.withdrawal?.declineReason ?? '',
    'teacher.phone': phoneOf(found) || phone || NO_PHONE[language],
    'application.stateNumber': application.portalNumber ?? '',
    'experts.names': names.map(fullName).join(', '),
    'period.label': application.periodId ? periodLabel(procedure, application.periodId, language) : '',
    'links.invitation': at(assignment ? `/expert/assignments/${assignment.id}` : '/expert'),
    'expert.fullName': expert ? fullName(expert.account) : '',
    'expert.declineReason': assignment?.reason ?? '',
    'session.date': facts.meeting ? formatDay(facts.meeting.date, language) : '',
    'decision.text': outcome ? decisionText(found, language) : '',
    'decision.orderNumber': application.order?.number ?? '',
    'decision.orderDate': application.order ? formatDay(isoDay(application.order.date), language) : '',
    'links.cabinet': at('/teacher'),
    'links.support': at('/help'),
    'links.confirmation': at(`/school/applications/${application.id}`),
    'links.review': at(assignment ? `/expert/assignments/${assignment.id}` : '/expert'),
    'links.procedure': at(`/${SEGMENT_OF[occurrence.role ?? 'OPERATOR']}/applications/${application.id}`),
  };
  if (occurrence.event.startsWith('card.')) Object.assign(values, await cardValues(tx, found, language));
  const ofExpert = assignment ? await tx.deadline.findMany({ where: { assignmentId: assignment.id }, orderBy: { id: 'asc' } }) : [];
  const terms = new Map([...latestTerms(application), ...latestTerms({ deadlines: ofExpert })]);
  for (const term of procedure.deadlines) {
    const running = terms.get(term.id);
    values[`deadline.${term.id}.days`] = String(term.amount ?? '');
    values[`deadline.${term.id}.date`] = running ? formatDay(isoDay(running.untilDate), language) : '';
  }
  return values;
}

/** Why a case was returned or refused intake: the reason chosen from the procedure's list and what was written. */
export function reasonText({ application, procedure }: Case, language: Language): string {
  const listed = Object.values(procedure.reasons)
    .flat()
    .find((r) => r?.id === application.reasonId);
  return [listed?.label[language], application.reasonText].filter(Boolean).join('. ');
}

function decisionText({ application, procedure }: Case, language: Language): string {
  const name = procedure.categories.find((c) => c.id === application.categoryId)?.label[language] ?? '';
  const granted = application.decision?.outcome === 'establish';
  if (language === 'en') return granted ? `the category "${name}" is established` : `the category "${name}" is refused`;
  return granted ? `установлена категория «${name}»` : `в установлении категории «${name}» отказано`;
}
