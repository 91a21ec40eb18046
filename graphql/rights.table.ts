import { ROLES, type Role } from '@/domain/procedure/vocabulary';
import type { MarkedCase } from '@/testing/rights/world';

/** Who may call which root field. The rights test fails for any root field that is not here. */

type Variables = Record<string, unknown>;

/** Reads: the arguments that aim at a case; what a person may find is said by marks, not here. */
export const READS: Record<string, (aim: MarkedCase) => Variables> = {
  accounts: () => ({ first: 100 }),
  application: ({ application }) => ({ id: application.id }),
  applicationFacets: () => ({}),
  applicationForm: () => ({}),
  applicationStatuses: () => ({}),
  applications: () => ({ first: 100, sort: 'NAME_ASC', filter: {} }),
  applyingTerm: () => ({}),
  attestationPeriods: () => ({ past: true }),
  auditEntries: () => ({ first: 100 }),
  auditGroups: () => ({}),
  clock: () => ({}),
  closedLink: () => ({ token: 'none' }),
  commission: () => ({}),
  demoAccounts: () => ({}),
  emailConfirmation: () => ({ token: 'none' }),
  invitation: () => ({ token: 'none' }),
  invitations: () => ({}),
  invitationCount: () => ({}),
  employee: ({ employee }) => ({ id: employee.id }),
  employees: () => ({ first: 100 }),
  expertAssignment: ({ assignment }) => ({ id: assignment.id }),
  expertAssignments: () => ({ open: true, first: 100 }),
  expertAssignmentCounts: () => ({}),
  meeting: ({ meeting }) => ({ id: meeting.id }),
  meetings: () => ({}),
  meetingCount: () => ({}),
  municipalities: () => ({}),
  notifications: () => ({ first: 100 }),
  ownCards: () => ({}),
  organisations: ({ place }) => ({ municipalityId: place.municipality.id }),
  passwordResetIdentities: () => ({ token: 'none' }),
  passwordResetOpen: () => ({ token: 'none' }),
  procedurePage: () => ({ name: 'terms' }),
  procedure: ({ application }) => ({ id: application.id }),
  procedures: () => ({ allRegions: true }),
  region: () => ({}),
  regions: () => ({}),
  scheduledCaseCount: ({ place }) => ({ periodId: null, waiting: false, municipalityId: place.municipality.id }),
  schedule: ({ place }) => ({ periodId: null, waiting: false, municipalityId: place.municipality.id }),
  unsentLetters: () => ({}),
  unsentLetterCount: () => ({}),
  viewer: () => ({}),
  withdrawals: () => ({ settled: true }),
  withdrawalCount: () => ({ settled: true }),
  waiting: () => ({}),
};

export interface WriteRule {
  variables: (aim: MarkedCase, other: MarkedCase) => Variables;
  /**
   * Roles that may try it on a case of their side, TEACHER on what is his own; whoever may is not answered as if the thing were not there.
   * 'public' = anybody, 'signed-in' = on oneself, without an id.
   */
  by: readonly Role[] | 'public' | 'signed-in';
  /** It aims at no case: the role alone decides, in the person's own region. */
  ofNoCase?: true;
}

const REGION_STAFF: readonly Role[] = ['OPERATOR'];
const reasoned = ({ application }: MarkedCase) => ({ input: { id: application.id, reasonId: 'none', text: 'Причина в трёх словах' } });
const assignment = ({ assignment: { id } }: MarkedCase) => ({ input: { assignmentId: id, reason: 'Причина' } });
const order = ({ application }: MarkedCase) => ({ input: { applicationId: application.id, number: '1', date: '2031-01-01' } });

/** They read evidence that was sent; a school and an administrator do not. */
const READS_EVIDENCE: readonly Role[] = ['TEACHER', 'COORDINATOR', 'OPERATOR', 'WORKING_GROUP', 'EXPERT', 'SECRETARY', 'COMMISSION_MEMBER'];

export const WRITES: Record<string, WriteRule> = {
  // portfolio: reading a file is an act
  openEvidenceFile: { variables: ({ file }) => ({ input: { id: file.id, as: 'VIEW' } }), by: READS_EVIDENCE },
  // application
  startPracticeCase: {
    variables: ({ application }) => ({ procedureVersionId: application.procedureVersionId }),
    by: ['ADMINISTRATOR'],
    ofNoCase: true,
  },
  createApplication: { variables: () => ({}), by: ['TEACHER'], ofNoCase: true },
  saveApplicationField: {
    variables: ({ application }) => ({ input: { applicationId: application.id, fieldId: 'subject', value: 'Физика' } }),
    by: ['TEACHER'],
  },
  discardApplication: { variables: ({ application }) => ({ id: application.id }), by: ['TEACHER'] },
  submitApplication: { variables: ({ application }) => ({ id: application.id }), by: ['TEACHER'] },
  resubmitApplication: { variables: ({ application }) => ({ id: application.id }), by: ['TEACHER'] },
  withdrawApplication: { variables: ({ application }) => ({ input: { id: application.id, reason: 'Передумала' } }), by: ['TEACHER'] },
  returnApplication: { variables: reasoned, by: REGION_STAFF },
  admitApplication: { variables: ({ application }) => ({ id: application.id }), by: ['SECRETARY'] },
  refuseApplicationIntake: { variables: reasoned, by: ['SECRETARY'] },
  restoreApplication: { variables: ({ application }) => ({ input: { id: application.id, untilDate: '2031-01-01' } }), by: REGION_STAFF },
  // registration and review
  registerApplication: { variables: ({ application }) => ({ id: application.id }), by: [] },
  acceptApplication: { variables: ({ application }) => ({ id: application.id }), by: [] },
  sendToReview: { variables: ({ application }) => ({ id: application.id }), by: [] },
  seekSession: { variables: ({ application }) => ({ id: application.id }), by: [] },
  openReview: { variables: ({ application }) => ({ id: application.id }), by: [] },
  recordPortalNumber: { variables: ({ application }) => ({ input: { id: application.id, number: '1' } }), by: [] },
  requestInformation: {
    variables: ({ application }) => ({ input: { id: application.id, requests: [{ addressee: 'TEACHER', text: 'Уточните' }] } }),
    by: [],
  },
  answerInformation: { variables: ({ request }) => ({ input: { requestId: request.id, answer: 'Да' } }), by: ['TEACHER'] },
  resumeReview: { variables: ({ application }) => ({ id: application.id }), by: [] },
  sendSimplified: { variables: ({ application, meeting }) => ({ input: { id: application.id, meetingId: meeting.id } }), by: [] },
  openSession: { variables: ({ application }) => ({ id: application.id }), by: [] },
  // conclusion and withdrawal
  signConclusion: { variables: ({ application }) => ({ input: { applicationId: application.id, agreed: true, remarks: '' } }), by: [] },
  verifyApplication: { variables: ({ application }) => ({ input: { id: application.id, verdict: 'meets', text: '' } }), by: [] },
  handOverConclusion: { variables: ({ application }) => ({ id: application.id }), by: [] },
  formWithdrawal: { variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Передумала' } }), by: [] },
  sendWithdrawal: { variables: ({ application }) => ({ applicationId: application.id }), by: [] },
  registerWithdrawal: { variables: ({ application }) => ({ applicationId: application.id }), by: [] },
  declineWithdrawal: { variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Нет' } }), by: [] },
  // employer
  confirmEmployer: { variables: ({ application }) => ({ applicationId: application.id }), by: ['SCHOOL_HEAD'] },
  disputeEmployer: {
    variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Не работает', fields: [] } }),
    by: ['SCHOOL_HEAD'],
  },
  // Papers and words of the operator that the first region's procedure does not know are tried and refused.
  acceptEmployerPaper: { variables: ({ application }) => ({ applicationId: application.id }), by: REGION_STAFF },
  returnEmployerPaper: {
    variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Нет подписи' } }),
    by: REGION_STAFF,
  },
  escalateEmployer: { variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Молчит' } }), by: REGION_STAFF },
  confirmEmployerOnPaper: {
    variables: ({ application }) => ({ input: { applicationId: application.id, reason: 'Справка № 7' } }),
    by: REGION_STAFF,
  },
  answerDispute: {
    variables: ({ application }) => ({ input: { applicationId: application.id, note: 'Сведения верны', answers: [] } }),
    by: ['TEACHER'],
  },
  askEmployerAgain: { variables: ({ application }) => ({ input: { applicationId: application.id } }), by: REGION_STAFF },
  // employee: the first region's schools keep no cards, so nobody may there; employee.test.ts has a region where they do
  createEmployee: {
    variables: () => ({
      input: { snils: '112-233-445 95', lastName: 'Новая', firstName: 'Анна', patronymic: '', sex: 'female', positionId: 'teacher' },
    }),
    by: [],
  },
  updateEmployee: {
    variables: ({ employee: { id } }) => ({
      input: { id, version: 0, lastName: 'Новая', firstName: 'Анна', patronymic: '', sex: 'female', positionId: 'teacher' },
    }),
    by: [],
  },
  reissueActivation: { variables: ({ employee }) => ({ employeeId: employee.id }), by: [] },
  saveCardEntry: {
    variables: ({ employee }) => ({ input: { employeeId: employee.id, indicatorId: 'education', value: { text: 'Высшее' } } }),
    by: [],
  },
  removeCardEntry: { variables: ({ cardEntry }) => ({ id: cardEntry.id }), by: [] },
  confirmCard: { variables: ({ employee }) => ({ employeeId: employee.id }), by: [] },
  reportCard: { variables: ({ application }) => ({ applicationId: application.id }), by: ['TEACHER'] },
  takeCardAnswers: { variables: ({ application }) => ({ applicationId: application.id }), by: ['TEACHER'] },
  answerCardReport: { variables: ({ application }) => ({ input: { reportId: application.id, answer: 'В карточке верно' } }), by: [] },
  checkCard: { variables: ({ employee }) => ({ employeeId: employee.id }), by: [] },
  dismissEmployee: { variables: ({ employee }) => ({ employeeId: employee.id }), by: [] },
  // portfolio
  createEvidenceUpload: {
    variables: ({ application }) => ({
      input: { applicationId: application.id, indicatorId: 'attainment_table', name: 'a.pdf', size: 10, sha256: '0'.repeat(64) },
    }),
    by: ['TEACHER'],
  },
  completeEvidenceUpload: { variables: ({ file }) => ({ id: file.id }), by: ['TEACHER'] },
  cancelEvidenceUpload: { variables: ({ file }) => ({ id: file.id }), by: ['TEACHER'] },
  deleteEvidenceFile: { variables: ({ file }) => ({ id: file.id }), by: ['TEACHER'] },
  restoreEvidenceFile: { variables: ({ file }) => ({ id: file.id }), by: ['TEACHER'] },
  saveEvidenceEntry: {
    variables: ({ application }) => ({
      input: { applicationId: application.id, indicatorId: 'attainment_table', value: { url: 'https://example.org' } },
    }),
    by: ['TEACHER'],
  },
  removeEvidenceEntry: { variables: ({ entry }) => ({ id: entry.id }), by: ['TEACHER'] },
  restoreEvidenceEntry: { variables: ({ removedEntry }) => ({ id: removedEntry.id }), by: ['TEACHER'] },
  submitPortfolio: { variables: ({ application }) => ({ applicationId: application.id }), by: ['TEACHER'] },
  // assessment
  appointExperts: {
    variables: ({ application }, other) => ({ applicationId: application.id, expertIds: [other.expert.id] }),
    by: REGION_STAFF,
  },
  replaceExpert: {
    variables: ({ assignment: { id } }, other) => ({ input: { assignmentId: id, expertId: other.expert.id, reason: 'Болеет' } }),
    by: REGION_STAFF,
  },
  confirmParticipation: { variables: ({ assignment }) => ({ assignmentId: assignment.id }), by: ['EXPERT'] },
  startScoring: { variables: ({ assignment }) => ({ assignmentId: assignment.id }), by: ['EXPERT'] },
  declineAssignment: { variables: assignment, by: ['EXPERT'] },
  declareConflict: { variables: assignment, by: ['EXPERT'] },
  waiveConflict: { variables: assignment, by: REGION_STAFF },
  saveScore: {
    variables: ({ assignment: { id } }) => ({
      input: { assignmentId: id, criterionId: 'c_s1_attainment_table', value: '2', comment: '', version: 1 },
    }),
    by: ['EXPERT'],
  },
  saveRecommendations: {
    variables: ({ assignment: { id } }) => ({ input: { assignmentId: id, text: 'Текст', version: 0 } }),
    by: ['EXPERT'],
  },
  finishSheet: { variables: ({ assignment: { id } }) => ({ assignmentId: id }), by: ['EXPERT'] },
  reopenSheet: { variables: assignment, by: REGION_STAFF },
  // schedules: no role of the world's region keeps any
  scheduleApplication: { variables: ({ application }) => ({ input: { id: application.id, periodId: '2031-p1' } }), by: [] },
  setPeriod: { variables: ({ application }) => ({ input: { applicationId: application.id, periodId: '2031-p1' } }), by: [] },
  approveSchedule: {
    variables: ({ place }) => ({ input: { municipalityId: place.municipality.id, periodId: '2031-p1' } }),
    by: [],
  },
  setDates: {
    variables: ({ application }) => ({
      input: { applicationId: application.id, dates: [{ termId: 'expert_review', untilDate: '2031-01-01' }] },
    }),
    by: [],
  },
  // commission
  planMeeting: { variables: () => ({ input: { step: 'final', date: '2031-03-03' } }), by: ['SECRETARY'], ofNoCase: true },
  holdMeeting: { variables: ({ meeting }) => ({ input: { id: meeting.id, members: 9, present: 8 } }), by: ['SECRETARY'] },
  putApplicationOnAgenda: {
    variables: ({ application, meeting }) => ({ applicationId: application.id, meetingId: meeting.id }),
    by: ['SECRETARY'],
  },
  recordDecision: {
    variables: ({ application }) => ({
      input: { applicationId: application.id, votesFor: 5, votesAgainst: 0, votesAbstained: 0, text: '' },
    }),
    by: ['SECRETARY'],
  },
  grantApplication: { variables: order, by: ['SECRETARY'] },
  refuseApplication: { variables: order, by: ['SECRETARY'] },
  // accounts
  issueAccount: {
    variables: ({ place }) => ({
      input: {
        email: 'new@example.org',
        lastName: 'Новый',
        firstName: 'Директор',
        role: 'SCHOOL_HEAD',
        organisationId: place.organisation.id,
      },
    }),
    by: ['OPERATOR', 'ADMINISTRATOR'],
  },
  removeRole: { variables: ({ role }) => ({ roleAssignmentId: role.id }), by: ['OPERATOR', 'ADMINISTRATOR'] },
  continueSession: { variables: () => ({}), by: 'signed-in' },
  unlinkIdentity: { variables: ({ identity }) => ({ input: { identityId: identity.id } }), by: ['TEACHER'] },
  endSession: { variables: ({ seat }) => ({ sessionId: seat.sessionId }), by: ['TEACHER'] },
  endOtherSessions: { variables: () => ({}), by: 'signed-in' },
  restoreRole: { variables: ({ formerRole }) => ({ roleAssignmentId: formerRole.id }), by: ['OPERATOR', 'ADMINISTRATOR'] },
  reopenAccount: { variables: ({ teacher }) => ({ accountId: teacher.id }), by: ['OPERATOR', 'ADMINISTRATOR'] },
  requestAccess: { variables: () => ({ email: 'somebody@example.org' }), by: 'public' },
  registerAccount: {
    variables: () => ({
      input: { login: 'somebody', password: 'длинный-пароль-7', lastName: 'А', firstName: 'Б', patronymic: '', email: 'x@example.org' },
    }),
    by: 'public',
  },
  confirmEmail: { variables: () => ({ token: 'none' }), by: 'public' },
  sendEmailConfirmation: { variables: () => ({}), by: 'signed-in' },
  cancelEmailChange: { variables: () => ({}), by: 'signed-in' },
  inviteToRole: { variables: () => ({ input: { role: 'EXPERT', email: 'x@example.org' } }), by: [], ofNoCase: true },
  acceptInvitation: { variables: () => ({ input: { token: 'none', password: 'длинный-пароль-7' } }), by: 'public' },
  activateAccount: { variables: () => ({ input: { snils: '112-233-445 95', code: 'none', password: 'длинный-пароль-7' } }), by: 'public' },
  requestPasswordReset: { variables: () => ({ login: 'nobody' }), by: 'public' },
  resetPassword: { variables: () => ({ input: { token: 'none', next: 'длинный-пароль-7' } }), by: 'public' },
  changePassword: { variables: () => ({ input: { current: 'не тот', next: 'длинный-пароль-7' } }), by: 'signed-in' },
  chooseRole: { variables: ({ seat }) => ({ roleAssignmentId: seat.roleAssignmentId }), by: ['TEACHER'] },
  saveProfile: {
    variables: () => ({ input: { lastName: 'Я', firstName: 'Сам', patronymic: '', email: 'не адрес', phone: '', language: 'ru' } }),
    by: 'signed-in',
  },
  signOut: { variables: () => ({}), by: 'public' },
  // letters, print, clock
  notePrint: {
    variables: ({ application }) => ({ input: { title: 'Дело', recordId: application.id } }),
    // Of the world's roles these see a case of their side; a school's personnel officer sees one too.
    by: ROLES.filter((role) => role !== 'TEACHER'),
  },
  markNotificationsRead: { variables: () => ({}), by: 'signed-in' },
  // Whoever sees the case; this act is offered to nobody.
  walkApplication: { variables: ({ application }) => ({ input: { id: application.id, action: 'archive' } }), by: ROLES },
  moveClock: { variables: () => ({ input: { days: 1 } }), by: ['ADMINISTRATOR'], ofNoCase: true },
};
