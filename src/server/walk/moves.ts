import { UNFINISHED } from '@/domain/case/groups';
import { addDays, dayIn } from '@/domain/days';
import type { Action, CasePaper, RecordAction } from '@/domain/procedure/vocabulary';
import { reasonsFor } from '@/domain/reasons';
import { periodsToChoose } from '@/domain/schedule';
import { now } from '../clock';
import { checkCard, confirmCard } from './card';
import * as M from './documents';
import { appoint, finishSheet, ofExpert } from './experts';
import { fillForm, fillPortfolio } from './fill';
import { decide, holdMeeting, meetingFor, order } from './meetings';
import { upload } from './upload';
import type { Move, Walk } from './walk';

/** How each act is done on a walk: by the API's own mutation, with plausible input. */

const onCase =
  (document: string): Move =>
  async ({ found, act }) =>
    (await act(document, { id: found.application.id })).problems;

const withInput =
  (document: string, input: (walk: Walk) => object): Move =>
  async (walk) =>
    (await walk.act(document, { input: input(walk) })).problems;

const first =
  (...moves: Move[]): Move =>
  async (walk) => {
    for (const move of moves) {
      const problems = await move(walk);
      if (problems.length > 0) return problems;
    }
    return [];
  };

const paper =
  (name: CasePaper): Move =>
  (walk) =>
    upload(walk, { paper: name }, 'Документ с подписью.pdf');

const ofCase = ({ found }: Walk) => ({ applicationId: found.application.id });
const day = ({ found }: Walk, later = 0) => addDays(dayIn(found.procedure.region.timezone, now()), later);
const period = (walk: Walk) => periodsToChoose(walk.found.procedure, day(walk))[0]?.id;
const inMeeting =
  (document: string, variables: (walk: Walk, meetingId: string) => object): Move =>
  async (walk) => {
    const { id, problems } = await meetingFor(walk);
    return id === null ? problems : (await walk.act(document, variables(walk, id))).problems;
  };

const WORDS = 'Копия приказа не читается, номер и дата не видны';
const reasoned = (document: string, act: 'refuse_intake' | 'return_for_correction') =>
  withInput(document, ({ found }) => ({ id: found.application.id, reasonId: reasonsFor(found.procedure, act)[0]?.id, text: WORDS }));
const left = (act: 'decline_assignment') =>
  ofExpert(M.DECLINE_ASSIGNMENT, UNFINISHED, ({ found }, assignmentId) => ({
    input: { assignmentId, reasonId: reasonsFor(found.procedure, act)[0]?.id ?? null, reason: 'Нахожусь в отпуске до конца месяца' },
  }));

export const MOVES: Partial<Record<Action | RecordAction, Move>> = {
  edit_application: fillForm,
  edit_portfolio: fillPortfolio,
  attach_signed_application: first(fillForm, paper('signed_application')),
  submit: first(fillForm, fillPortfolio, onCase(M.SUBMIT)),
  resubmit: first(fillForm, onCase(M.RESUBMIT)),
  withdraw: withInput(M.WITHDRAW, ({ found }) => ({ id: found.application.id, reason: 'Перехожу в другую школу' })),
  confirm_card: confirmCard,
  check_card: checkCard,
  // Nobody in a demo knows better than the card.
  report_card: onCase(M.TAKE_CARD_ANSWERS),

  record_portal_number: withInput(M.RECORD_PORTAL_NUMBER, ({ found }) => ({
    id: found.application.id,
    number: portalNumber(found.application.id),
  })),
  register: onCase(M.REGISTER),
  accept: onCase(M.ACCEPT),
  admit: onCase(M.ADMIT),
  return_for_correction: reasoned(M.RETURN, 'return_for_correction'),
  refuse_intake: reasoned(M.REFUSE_INTAKE, 'refuse_intake'),
  restore: withInput(M.RESTORE, (walk) => ({ id: walk.found.application.id, untilDate: day(walk, 14) })),

  request_information: withInput(M.REQUEST_INFORMATION, ({ found }) => ({
    id: found.application.id,
    requests: [
      { addressee: 'AGENCY', text: 'Подтвердите сведения об образовании' },
      { addressee: 'TEACHER', text: 'Уточните период работы в прежней школе' },
    ],
  })),
  answer_information: async ({ found, act, role }) => {
    const mine = role === 'TEACHER' ? 'TEACHER' : role.startsWith('SCHOOL_') ? 'EMPLOYER' : 'AGENCY';
    const asked = found.application.requests.find((r) => r.answeredAt === null && r.addressee === mine);
    return asked ? (await act(M.ANSWER_INFORMATION, { input: { requestId: asked.id, answer: 'Сведения подтверждаются' } })).problems : [];
  },
  resume_review: onCase(M.RESUME_REVIEW),
  send_to_review: onCase(M.SEND_TO_REVIEW),

  schedule: withInput(M.SCHEDULE, (walk) => ({ id: walk.found.application.id, periodId: period(walk) })),
  set_period: withInput(M.SET_PERIOD, (walk) => ({ ...ofCase(walk), periodId: period(walk) })),
  approve_schedule_edition: withInput(M.APPROVE_SCHEDULE, ({ found }) => ({
    municipalityId: found.application.municipalityId,
    periodId: found.application.periodId,
  })),
  send_simplified: inMeeting(M.SEND_SIMPLIFIED, (walk, meetingId) => ({ input: { id: walk.found.application.id, meetingId } })),

  confirm_employer: onCase(M.CONFIRM_EMPLOYER),
  dispute_employer: withInput(M.DISPUTE_EMPLOYER, (walk) => ({
    ...ofCase(walk),
    reason: 'Должность указана неверно',
    fields: ['position'],
  })),
  answer_dispute: withInput(M.ANSWER_DISPUTE, (walk) => ({
    ...ofCase(walk),
    note: 'Сведения верны, проверьте по приказу о приёме',
    answers: [],
  })),
  ask_employer_again: withInput(M.ASK_EMPLOYER_AGAIN, ofCase),
  attach_employer_paper: paper('employer_paper'),
  submit_portfolio: first(fillPortfolio, onCase(M.SUBMIT_PORTFOLIO)),

  appoint_experts: appoint,
  confirm_participation: ofExpert(M.CONFIRM_PARTICIPATION, ['INVITED'], (_, id) => ({ id })),
  decline_assignment: left('decline_assignment'),
  start_scoring: ofExpert(M.START_SCORING, ['CONFIRMED'], (_, id) => ({ id })),
  open_review: onCase(M.OPEN_REVIEW),
  finish_sheet: finishSheet,
  reopen_sheet: ofExpert(M.REOPEN_SHEET, ['FINAL'], (_, assignmentId) => ({
    input: { assignmentId, reason: 'Проверьте сумму по второй группе' },
  })),
  attach_conclusion: paper('conclusion'),
  sign_conclusion: withInput(M.SIGN_CONCLUSION, (walk) => ({ ...ofCase(walk), agreed: true, remarks: '' })),
  verify: withInput(M.VERIFY, ({ found, share = 0.8 }) => ({
    id: found.application.id,
    verdict: found.procedure.assessment.verdicts?.[share < 0.5 ? 1 : 0]?.id,
    text: '',
  })),

  hand_over: onCase(M.HAND_OVER),

  form_withdrawal: withInput(M.FORM_WITHDRAWAL, (walk) => ({ ...ofCase(walk), reason: 'По состоянию здоровья' })),
  attach_withdrawal: paper('withdrawal'),
  send_withdrawal: onCase(M.SEND_WITHDRAWAL),
  register_withdrawal: onCase(M.REGISTER_WITHDRAWAL),
  decline_withdrawal: withInput(M.DECLINE_WITHDRAWAL, (walk) => ({ ...ofCase(walk), reason: 'Заявление подписано не вами' })),

  plan_meeting: async (walk) => (await meetingFor(walk)).problems,
  hold_meeting: holdMeeting,
  seek_session: onCase(M.SEEK_SESSION),
  put_on_agenda: inMeeting(M.PUT_ON_AGENDA, ({ found }, meetingId) => ({ id: found.application.id, meetingId })),
  open_session: onCase(M.OPEN_SESSION),
  record_decision: decide,
  grant: order(M.GRANT),
  refuse: order(M.REFUSE),
};

/** A number such as a portal gives, the same for one case. */
const portalNumber = (id: string) => String(Number.parseInt(id.slice(-8), 16)).padStart(10, '7');
