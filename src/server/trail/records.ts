import type {
  Account,
  Application,
  AuditEntry,
  Employee,
  EvidenceFile,
  ExpertAssignment,
  InformationRequest,
  Invitation,
  Notification,
  Withdrawal,
} from '@/generated/prisma/client';

/** What the trail says of a record that was read: about which case or person it is, and whose it is. */
export interface Sight {
  objectType: string;
  objectId: string;
  applicationId?: string;
  personId?: string | null;
  /** Whose own the record is: he reads it without a line. Left out where the record does not say; the case does then. */
  ownerId?: string | null;
}

const sight = <Row>(of: (row: Row) => Sight) => of as (row: never) => Sight;
const ofCase = <Row extends { applicationId: string }>() =>
  sight<Row>(({ applicationId }) => ({ objectType: 'Application', objectId: applicationId, applicationId }));

/** The types of the API that are a record about somebody: reading one leaves a line, whatever field led to it. */
export const RECORDS: Record<string, (value: never) => Sight> = {
  Application: sight<Application>(({ id, accountId }) => ({
    objectType: 'Application',
    objectId: id,
    applicationId: id,
    ownerId: accountId,
  })),
  ExpertAssignment: ofCase<ExpertAssignment>(),
  EvidenceFile: ofCase<EvidenceFile>(),
  InformationRequest: ofCase<InformationRequest>(),
  Withdrawal: ofCase<Withdrawal>(),
  Account: sight<Account>(({ id }) => ({ objectType: 'Account', objectId: id, personId: id, ownerId: id })),
  Employee: sight<Employee>(({ id, accountId }) => ({ objectType: 'Employee', objectId: id, personId: accountId, ownerId: accountId })),
  Invitation: sight<Invitation>(({ id }) => ({ objectType: 'Invitation', objectId: id, ownerId: null })),
  UnsentLetter: sight<Notification>(({ id, accountId }) => ({ objectType: 'Notification', objectId: id, ownerId: accountId })),
  AuditEntry: sight<AuditEntry>(({ id }) => ({ objectType: 'AuditEntry', objectId: id, ownerId: null })),
};

/**
 * All other types: parts of a record above, which is read with them; the reader's own (Viewer, Notification, RoleAssignment of oneself); or nobody's:
 * procedures, places, counts. A type that stands in neither list stops the start.
 */
export const NO_RECORDS: readonly string[] = [
  // parts of a case
  'AssessmentResult CasePaper CaseStep Criterion Deadline Decision EmployerConfirmation EmployerPaper EmployerSignature EntryCell EvidenceEntry',
  'ExpertCandidate ExpertConclusion FieldValue FormAnswer Gate Indicator Letter Order Portfolio PortfolioSection Score ScoreSheet SettableDate SheetTotal',
  'TimelineEntry Verdict ViewerAction WhoseMove WalkStep Problem ScheduleRow',
  // parts of a person
  'CardSection EmployeeCard RoleAssignment',
  // the reader's own, and what whoever holds a link or stands before a demo may see
  'Viewer Notification OwnSession EmailConfirmationOffer InvitationOffer DemoAccount UploadPolicy UploadPolicyField',
  // nobody's
  'ApplicationFacets ApplicationForm AttestationPeriod Category Clock Commission DiagramEdge DiagramNode EmployerRule EntryColumn FieldCondition',
  'FieldOption FormField FormStep IssuableRole Meeting Municipality Organisation PageInfo Position ProcedureCounts ProcedureCriterion',
  'ProcedureDiagram ProcedureForm ProcedureFormHead ProcedureIndicator ProcedureLetter ProcedureMove ProcedurePage ProcedureRole ProcedureRule',
  'ProcedureSection ProcedureStatus ProcedureTerm ProcedureText ProcedureThreshold ProcedureTransition ProcedureVersion Reason Region RegionStep',
  'RegionTerm Schedule ScoreLevel ScoreOption StatusWord Threshold WaitingGroup WithdrawalRule',
].flatMap((line) => line.split(' '));

/** Types that only wrap others. */
const WRAPS = /(Payload|Connection|Edge)$|^(Query|Mutation)$/;

/** Types that nobody has decided about yet. */
export const undecidedTypes = (types: readonly string[]): string[] =>
  types.filter((type) => !(type in RECORDS) && !NO_RECORDS.includes(type) && !WRAPS.test(type));
