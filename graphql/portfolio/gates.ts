import { DEADLINE_DUE, isIn, PAPER_ATTACHED } from '@/domain/case/groups';
import { guardProblems } from '@/domain/guards';
import { roleLabel, statusLabel } from '@/domain/labels';
import { portfolioProblems, portfolioProgress } from '@/domain/portfolio';
import type { Procedure, Transition } from '@/domain/procedure/shape';
import type { ActorRole, ApplicationStatus, Guard, Language, Role } from '@/domain/procedure/vocabulary';
import { schedulersOf } from '@/domain/schedule';
import { startPath } from '@/domain/segments';
import type { Viewer } from '@/domain/viewer';
import { gateDay, gateWords } from '@/messages/gateWords';
import { problemSentence } from '@/messages/sentence';
import { type Case, isoDay } from '@/server/facts';
import type { Gate } from './../types.generated';

import { numberedIndicators } from './indicators';
import { missingIn } from './sections';

/** Where the viewer corrects a returned application or reads what the school answered. */
const caseHref = ({ found, viewer }: Frame) => `${startPath(viewer.role)}/applications/${found.application.id}`;

interface Frame {
  found: Case;
  language: Language;
  viewer: Viewer;
}

/** Everything that must hold before the portfolio can be sent, in the order of the procedure: held and open, with who must act. */
export function gatesOf(found: Case, viewer: Viewer, language: Language): Gate[] {
  const ways = found.procedure.transitions.filter((t) => t.action === 'submit_portfolio' && t.actor === viewer.role);
  const [way] = ways;
  if (!way) return [];
  const frame = { found, language, viewer };
  const guards = (way.guards ?? []).flatMap((guard) => guardGate(frame, guard) ?? []);
  return [admissionGate(frame, ways), ...guards, uploadsGate(frame)].flatMap((gate) => gate ?? []);
}

/** The case must have reached the stage from which portfolios are sent; until then the actor of the next step on the way must act. */
function admissionGate(frame: Frame, ways: Transition[]): Gate | null {
  const { found, language, viewer } = frame;
  const { application, procedure, facts } = found;
  const t = gateWords(language);
  if (ways.some((way) => way.from === facts.status)) {
    const at = application.admittedAt;
    const day = at && gateDay(at, language, procedure.region.timezone);
    return { key: 'admission', label: t(at ? 'admission.met' : 'admission.reached'), detail: day, open: true, at };
  }
  const step = nextStep(
    procedure,
    facts.status,
    ways.map((way) => way.from),
  );
  const [way] = ways;
  const target = way ? statusLabel(procedure, way.from, language) : '';
  if (!step || step.actor === 'SYSTEM') return { key: 'admission', label: t('admission.ahead', { status: target }), open: false };
  const yours = step.actor === viewer.role;
  const looked = step.action === 'admit';
  const meeting = looked ? facts.meeting?.date : undefined;
  return {
    key: 'admission',
    label: yours ? t('admission.yours') : looked ? t('admission.closed') : t('admission.ahead', { status: target }),
    detail: yours || !meeting ? null : t('admission.meeting', { date: gateDay(meeting, language, procedure.region.timezone) }),
    open: false,
    ...roleOf(procedure, step.actor, language),
    until: meeting ?? null,
    href: yours ? caseHref(frame) : null,
  };
}

/** The first transition of the shortest way from a status to one of the targets. */
function nextStep(procedure: Procedure, from: ApplicationStatus, targets: string[]): Transition | null {
  const seen = new Set<string>([from]);
  const queue: { status: string; first: Transition | null }[] = [{ status: from, first: null }];
  for (let here = queue.shift(); here; here = queue.shift()) {
    if (targets.includes(here.status)) return here.first;
    for (const way of procedure.transitions) {
      if (way.from !== here.status || seen.has(way.to)) continue;
      seen.add(way.to);
      queue.push({ status: way.to, first: here.first ?? way });
    }
  }
  return null;
}

function guardGate(frame: Frame, guard: Guard): Gate | null {
  if (guard === 'employer_confirmed') return employerGate(frame);
  if (guard === 'employer_note_attached') return noteGate(frame);
  if (guard === 'portfolio_required_filled') return filledGate(frame);
  const { procedure, form, facts } = frame.found;
  const [closed] = guardProblems(guard, { procedure, form, facts });
  if (!closed) return null;
  const actor = actorOf(procedure, guard);
  return {
    key: guard,
    label: problemSentence(frame.language, closed.code, closed.params, procedure),
    open: false,
    ...(actor ? roleOf(procedure, actor, frame.language) : {}),
    href: actor === frame.viewer.role ? caseHref(frame) : null,
  };
}

/** Who must act where a guard is closed; none where it is nobody's of the region's file. */
function actorOf(procedure: Procedure, guard: Guard): ActorRole | undefined {
  const {
    transitions,
    assessment: { experts },
  } = procedure;
  const [scheduler] = schedulersOf(procedure);
  const actors: Partial<Record<Guard, ActorRole | undefined>> = {
    profile_filled: 'TEACHER',
    signed_application_uploaded: 'TEACHER',
    card_confirmed: 'SCHOOL_HR',
    period_set: scheduler,
    schedule_approved: scheduler,
    experts_confirmed: experts.selectedBy,
    information_received: transitions.find((t) => t.action === 'request_information')?.actor,
  };
  return actors[guard];
}

/** Until when the school is asked to answer. */
function employerTerm({ application, procedure }: Case): string | null {
  const term = application.deadlines.findLast((d) => d.termId === procedure.employerConfirmation.respondBy && isIn(d.status, DEADLINE_DUE));
  return term ? isoDay(term.untilDate) : null;
}

/** The school's answer; where several sign, those who have and the one who is awaited. */
function employerGate(frame: Frame): Gate {
  const { found, language } = frame;
  const { application, procedure, form, facts } = found;
  const t = gateWords(language);
  const answer = application.employerConfirmation;
  const day = (at: Date | null | undefined) => (at ? gateDay(at, language, procedure.region.timezone) : null);
  const key = 'employer_confirmed';
  const what = procedure.employerConfirmation.confirms?.label[language] ?? 'none';
  if (guardProblems(key, { procedure, form, facts }).length === 0)
    return { key, label: t('employer.met', { what }), detail: day(answer?.answeredAt), open: true, at: answer?.answeredAt };
  if (facts.employerConfirmation === 'DISPUTED')
    return {
      key,
      label: t('employer.disputed'),
      detail: answer?.reason || null,
      open: false,
      ...roleOf(procedure, 'OPERATOR', language),
      href: caseHref(frame),
    };
  const { signers: given = [], answeredBy = [] } = procedure.employerConfirmation;
  const signers = given.filter((role): role is Role => role !== 'SYSTEM');
  const asked = facts.employerConfirmation && facts.employerConfirmation !== 'NOT_ASKED';
  const signed = signers.filter((role) => facts.employerSignatures.includes(role)).map((role) => roleLabel(procedure, role, language));
  const actor = signers.find((role) => !facts.employerSignatures.includes(role)) ?? answeredBy[0];
  const detail = signed.length > 0 ? t('employer.signed', { roles: signed.join(', ') }) : asked ? null : t('employer.notAsked');
  return {
    key,
    label: signers.length > 0 ? t('employer.signing') : t('employer.closed', { what }),
    detail,
    open: false,
    ...(actor ? roleOf(procedure, actor, language) : {}),
    until: employerTerm(found),
  };
}

/** The school's paper, in the region's word for it. */
function noteGate({ found, language }: Frame): Gate {
  const { application, procedure, facts } = found;
  const t = gateWords(language);
  const key = 'employer_note_attached';
  const paper = procedure.employerConfirmation.label[language];
  const row = application.employerPaper;
  const day = row?.attachedAt ? gateDay(row.attachedAt, language, procedure.region.timezone) : null;
  if (isIn(facts.employerPaper ?? 'NOT_NEEDED', PAPER_ATTACHED))
    return { key, label: t('note.met', { paper }), detail: day, open: true, at: row?.attachedAt };
  const [actor] = procedure.employerConfirmation.answeredBy ?? [];
  return {
    key,
    label: t('note.closed', { paper }),
    detail: facts.employerPaper === 'RETURNED' ? row?.reason || null : null,
    open: false,
    ...(actor ? roleOf(procedure, actor, language) : {}),
    until: employerTerm(found),
  };
}

function filledGate({ found, language, viewer }: Frame): Gate {
  const { procedure, form, facts } = found;
  const t = gateWords(language);
  const count = form ? portfolioProgress(form, facts).reduce((sum, progress) => sum + missingIn(progress), 0) : 0;
  if (form && count === 0) return { key: 'portfolio_required_filled', label: t('filled.met'), open: true };
  const gap = portfolioProblems(form, facts).find((p) => p.code === 'PORTFOLIO_INCOMPLETE');
  const section = gap?.path[0] === 'section' ? form?.sections.find((s) => s.id === gap.path[1]) : undefined;
  const inSection = section?.indicators.find((indicator) => indicator.required) ?? section?.indicators[0];
  const first = numberedIndicators(form).get(inSection?.id ?? gap?.path[1] ?? '');
  return {
    key: 'portfolio_required_filled',
    label: t('filled.closed', { count }),
    detail: first ? t('filled.first', { indicator: `${first.no} ${first.indicator.label[language]}` }) : null,
    open: false,
    ...roleOf(procedure, viewer.role, language),
    indicatorId: first?.indicator.id ?? null,
  };
}

function uploadsGate({ found, language, viewer }: Frame): Gate {
  const { procedure, form, facts } = found;
  const t = gateWords(language);
  const numbered = numberedIndicators(form);
  const pending = facts.portfolio.pending.filter((id) => numbered.has(id));
  if (pending.length === 0) return { key: 'uploads', label: t('uploads.met'), open: true };
  return {
    key: 'uploads',
    label: t('uploads.closed', { count: pending.length }),
    detail: pending.map((id) => numbered.get(id)?.no).join(', '),
    open: false,
    ...roleOf(procedure, viewer.role, language),
    indicatorId: pending[0] ?? null,
  };
}

const roleOf = (procedure: Procedure, role: ActorRole, language: Language) =>
  role === 'SYSTEM' ? {} : { role, roleLabel: roleLabel(procedure, role, language) };
