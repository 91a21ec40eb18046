/** The documents the demo acts with: the API's own, only what a script needs of the answer. */
export const CREATE = 'mutation { createApplication { problems { code path message } application { id } } }';
export const SAVE_FIELD =
  'mutation ($input: SaveApplicationFieldInput!) { saveApplicationField(input: $input) { problems { code path message } } }';
export const SUBMIT = 'mutation ($id: UUID!) { submitApplication(id: $id) { problems { code path message } application { number } } }';
export const WITHDRAW =
  'mutation ($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) { problems { code path message } } }';
export const RETURN = 'mutation ($input: ReasonedInput!) { returnApplication(input: $input) { problems { code path message } } }';
export const REFUSE_INTAKE =
  'mutation ($input: ReasonedInput!) { refuseApplicationIntake(input: $input) { problems { code path message } } }';
export const ADMIT = 'mutation ($id: UUID!) { admitApplication(id: $id) { problems { code path message } } }';
export const CONFIRM_EMPLOYER = 'mutation ($id: UUID!) { confirmEmployer(applicationId: $id) { problems { code path message } } }';
export const CREATE_UPLOAD =
  'mutation ($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { problems { code path message } file { id } policy { url fields { name value } } } }';
export const COMPLETE_UPLOAD = 'mutation ($id: UUID!) { completeEvidenceUpload(id: $id) { problems { code path message } } }';
export const SUBMIT_PORTFOLIO = 'mutation ($id: UUID!) { submitPortfolio(applicationId: $id) { problems { code path message } } }';
export const APPOINT =
  'mutation ($id: UUID!, $experts: [UUID!]!) { appointExperts(applicationId: $id, expertIds: $experts) { problems { code path message } } }';
export const SAVE_SCORE = 'mutation ($input: SaveScoreInput!) { saveScore(input: $input) { problems { code path message } } }';
export const SAVE_RECOMMENDATIONS =
  'mutation ($input: SaveRecommendationsInput!) { saveRecommendations(input: $input) { problems { code path message } } }';
export const FINISH_SHEET = 'mutation ($id: UUID!) { finishSheet(assignmentId: $id) { problems { code path message } } }';
export const PLAN_MEETING =
  'mutation ($input: PlanMeetingInput!) { planMeeting(input: $input) { problems { code path message } meeting { id } } }';
export const HOLD_MEETING = 'mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { problems { code path message } } }';
export const PUT_ON_AGENDA =
  'mutation ($id: UUID!, $meetingId: UUID!) { putApplicationOnAgenda(applicationId: $id, meetingId: $meetingId) { problems { code path message } } }';
export const RECORD_DECISION =
  'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { problems { code path message } } }';
export const GRANT = 'mutation ($input: OrderInput!) { grantApplication(input: $input) { problems { code path message } } }';
export const REFUSE = 'mutation ($input: OrderInput!) { refuseApplication(input: $input) { problems { code path message } } }';
