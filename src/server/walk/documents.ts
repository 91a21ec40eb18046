/** The documents a walk acts with: the API's own, only what a script needs of the answer. */

const payload = (field: string, input: string, more = '') =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code path message } ${more} } }`;
const onCase = (field: string, argument = 'id') =>
  `mutation ($id: UUID!) { ${field}(${argument}: $id) { problems { code path message } } }`;

export const CREATE = 'mutation { createApplication { problems { code path message } application { id } } }';
export const SAVE_FIELD = payload('saveApplicationField', 'SaveApplicationFieldInput');
export const SAVE_PROFILE = payload('saveProfile', 'SaveProfileInput');
export const SUBMIT = onCase('submitApplication');
export const RESUBMIT = onCase('resubmitApplication');
export const WITHDRAW = payload('withdrawApplication', 'WithdrawApplicationInput');
export const REGISTER = onCase('registerApplication');
export const RECORD_PORTAL_NUMBER = payload('recordPortalNumber', 'RecordPortalNumberInput');
export const ACCEPT = onCase('acceptApplication');
export const ADMIT = onCase('admitApplication');
export const RETURN = payload('returnApplication', 'ReasonedInput');
export const REFUSE_INTAKE = payload('refuseApplicationIntake', 'ReasonedInput');
export const RESTORE = payload('restoreApplication', 'RestoreApplicationInput');
export const REQUEST_INFORMATION = payload('requestInformation', 'RequestInformationInput');
export const ANSWER_INFORMATION = payload('answerInformation', 'AnswerInformationInput');
export const RESUME_REVIEW = onCase('resumeReview');
export const SEND_TO_REVIEW = onCase('sendToReview');
export const SEEK_SESSION = onCase('seekSession');
export const OPEN_REVIEW = onCase('openReview');
export const SCHEDULE = payload('scheduleApplication', 'ScheduleApplicationInput');
export const SET_PERIOD = payload('setPeriod', 'SetPeriodInput');
export const SET_DATES = payload('setDates', 'SetDatesInput');
export const APPROVE_SCHEDULE = payload('approveSchedule', 'ApproveScheduleInput');
export const SEND_SIMPLIFIED = payload('sendSimplified', 'SendSimplifiedInput');

export const CREATE_UPLOAD = payload(
  'createEvidenceUpload',
  'CreateEvidenceUploadInput',
  'file { id } policy { url fields { name value } }',
);
export const COMPLETE_UPLOAD = onCase('completeEvidenceUpload');
export const SAVE_ENTRY = payload('saveEvidenceEntry', 'SaveEvidenceEntryInput');
export const SUBMIT_PORTFOLIO = onCase('submitPortfolio', 'applicationId');

export const CONFIRM_EMPLOYER = onCase('confirmEmployer', 'applicationId');
export const DISPUTE_EMPLOYER = payload('disputeEmployer', 'DisputeEmployerInput');
export const ANSWER_DISPUTE = payload('answerDispute', 'AnswerDisputeInput');
export const ASK_EMPLOYER_AGAIN = payload('askEmployerAgain', 'AskEmployerAgainInput');

export const CANDIDATES = 'query ($id: UUID!) { application(id: $id) { expertCandidates { id open } } }';
export const APPOINT =
  'mutation ($id: UUID!, $experts: [UUID!]!) { appointExperts(applicationId: $id, expertIds: $experts) { problems { code path message } } }';
export const CONFIRM_PARTICIPATION = onCase('confirmParticipation', 'assignmentId');
export const DECLINE_ASSIGNMENT = payload('declineAssignment', 'DeclineAssignmentInput');
export const START_SCORING = onCase('startScoring', 'assignmentId');
export const SAVE_SCORE = payload('saveScore', 'SaveScoreInput');
export const SAVE_RECOMMENDATIONS = payload('saveRecommendations', 'SaveRecommendationsInput');
export const FINISH_SHEET = onCase('finishSheet', 'assignmentId');
export const REOPEN_SHEET = payload('reopenSheet', 'DeclineAssignmentInput');

export const SIGN_CONCLUSION = payload('signConclusion', 'SignConclusionInput');
export const VERIFY = payload('verifyApplication', 'VerifyApplicationInput');
export const FORM_WITHDRAWAL = payload('formWithdrawal', 'FormWithdrawalInput');
export const SEND_WITHDRAWAL = onCase('sendWithdrawal', 'applicationId');
export const HAND_OVER = onCase('handOverConclusion');
export const REGISTER_WITHDRAWAL = onCase('registerWithdrawal', 'applicationId');
export const DECLINE_WITHDRAWAL = payload('declineWithdrawal', 'DeclineWithdrawalInput');

export const PLAN_MEETING = payload('planMeeting', 'PlanMeetingInput', 'meeting { id }');
export const HOLD_MEETING = payload('holdMeeting', 'HoldMeetingInput');
export const PUT_ON_AGENDA =
  'mutation ($id: UUID!, $meetingId: UUID!) { putApplicationOnAgenda(applicationId: $id, meetingId: $meetingId) { problems { code path message } } }';
export const OPEN_SESSION = onCase('openSession');
export const RECORD_DECISION = payload('recordDecision', 'RecordDecisionInput');
export const GRANT = payload('grantApplication', 'OrderInput');
export const REFUSE = payload('refuseApplication', 'OrderInput');

export const CREATE_EMPLOYEE = payload('createEmployee', 'CreateEmployeeInput', 'employee { id }');
export const SAVE_CARD_ENTRY = payload('saveCardEntry', 'SaveCardEntryInput');
export const CONFIRM_CARD = onCase('confirmCard', 'employeeId');
export const TAKE_CARD_ANSWERS = onCase('takeCardAnswers', 'applicationId');
export const CHECK_CARD = onCase('checkCard', 'employeeId');
