import type { Resolvers, ResolversParentTypes } from '@graphql/types.generated';
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
export const RECORDS = {
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
} satisfies { [type in keyof Resolvers]?: (value: never) => Sight };

/**
 * All other types: parts of a record above, which is read with them; the reader's own; or nobody's. A type that stands in neither list does not compile.
 */
const NO_RECORDS = [
  // parts of a case
  ...([
    'AssessmentResult',
    'AuditChange',
    'AuditGroup',
    'CasePaper',
    'CaseStep',
    'Criterion',
    'Deadline',
    'Decision',
    'EmployerConfirmation',
    'EmployerPaper',
  ] as const),
  ...([
    'EmployerSignature',
    'EntryCell',
    'EvidenceEntry',
    'ExpertCandidate',
    'ExpertConclusion',
    'FieldValue',
    'FormAnswer',
    'Gate',
  ] as const),
  ...(['Indicator', 'Letter', 'Order', 'Portfolio', 'PortfolioSection', 'Problem', 'ScheduleRow', 'Score', 'ScoreSheet'] as const),
  ...([
    'PanelMark',
    'SettableDate',
    'SheetTotal',
    'TimelineEntry',
    'Verdict',
    'ViewerAction',
    'WalkStep',
    'WhoseMove',
    'WithdrawalAuthor',
  ] as const),
  // parts of a person
  ...(['CardDifference', 'CardReport', 'CardSection', 'EmployeeCard', 'RoleAssignment'] as const),
  // the reader's own, and what whoever holds a link or stands before a demo may see
  ...([
    'Viewer',
    'OwnSession',
    'LinkedIdentity',
    'Notification',
    'EmailConfirmationOffer',
    'InvitationOffer',
    'DemoAccount',
    'UploadPolicy',
    'UploadPolicyField',
  ] as const),
  // nobody's
  ...([
    'ApplicationFacets',
    'ExpertAssignmentCounts',
    'ApplicationForm',
    'AttestationPeriod',
    'Category',
    'Clock',
    'Commission',
    'DiagramNode',
    'EmployerRule',
  ] as const),
  ...(['EntryColumn', 'FieldCondition', 'FieldOption', 'FormField', 'FormStep', 'IssuableRole', 'Meeting', 'Municipality'] as const),
  ...(['Organisation', 'PageInfo', 'Position', 'ProcedureCounts', 'ProcedureCriterion', 'ProcedureDiagram', 'ProcedureForm'] as const),
  ...(['ProcedureFormHead', 'ProcedureIndicator', 'ProcedureLetter', 'ProcedureMove', 'ProcedurePage', 'ProcedureRole'] as const),
  ...(['ProcedureRule', 'ProcedureSection', 'ProcedureStatus', 'ProcedureTerm', 'ProcedureText', 'ProcedureThreshold'] as const),
  ...(['ProcedureTransition', 'ProcedureVersion', 'Reason', 'Region', 'RegionStep', 'RegionTerm', 'Schedule', 'ScoreLevel'] as const),
  ...(['ScoreOption', 'StatusWord', 'Threshold', 'WaitingGroup', 'WithdrawalRule'] as const),
] satisfies (keyof Resolvers)[];

/** Types that only wrap others, and scalars; enumerations are no parents of anything. */
type Wraps =
  | `${string}Payload`
  | `${string}Connection`
  | `${string}Edge`
  | 'Query'
  | 'Mutation'
  | 'DateTime'
  | 'LocalDate'
  | 'UUID'
  | 'JSON';
type ObjectType = Exclude<keyof Resolvers & keyof ResolversParentTypes, Wraps>;
type Undecided = Exclude<ObjectType, keyof typeof RECORDS | (typeof NO_RECORDS)[number]>;
/** A type error here names the type of the API that must be put into RECORDS or NO_RECORDS. */
export const everyTypeIsDecided: [Undecided] extends [never] ? true : Undecided = true;
