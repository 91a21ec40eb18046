import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ButtonSize } from '@/ui/kit/button';
import { ActPlace } from './act-dialog';
import { AgendaAct } from './agenda-act';
import { VerifyAct } from './conclusion-verify';
import { ConfirmAct } from './confirm-act';
import { DatesAct } from './dates-act';
import { EmployerAct } from './employer-act';
import { AcceptPaperAct, EmployerWordsAct } from './employer-words';
import { RequestInformationAct, ResumeReviewAct } from './information-act';
import { OrderAct } from './order-act';
import { PeriodAct } from './period-act';
import { AdmitAct, RestoreAct } from './plain-acts';
import { PortalAct } from './portal-act';
import { ReasonAct } from './reason-act';
import { VoteAct } from './vote-act';
import { DeclineWithdrawalAct, RegisterWithdrawalAct } from './withdrawal-act';

export interface OfferedAct {
  action: string;
  open: boolean;
  /** It cannot be taken back. */
  final?: boolean;
  closedBy: readonly { code: string; message: string }[];
}

interface Reason {
  id: string;
  label: string;
}

/** What the acts of a case need to know of it. */
export interface ActSubject {
  id: string;
  fullName: string;
  organisation: string;
  returnReasons: readonly Reason[];
  refusalReasons: readonly Reason[];
  /** The last step of the commission's decision. */
  finalStep: string;
  present: number | null;
  tie: string;
  passed: boolean | null;
  knownOrder: { number: string; date: string } | null;
  verdictChoices?: readonly Reason[];
  verdict?: { id: string; text?: string | null } | null;
  portalLabel?: string | null;
  periodId?: string | null;
  /** Questions that leave with accepting the application. */
  requestsOnAcceptance?: readonly string[];
}

type Draw = (act: { closed: boolean; final: boolean; reasonsId: string; size?: ButtonSize; subject: ActSubject }) => ReactNode;

const common = ({ subject, final: _, ...rest }: Parameters<Draw>[0]) => ({ applicationId: subject.id, name: subject.fullName, ...rest });

/** Acts of the workflow that staff do on a case, in the order in which they stand; those on experts stand beside the experts. */
const DRAW: Record<string, Draw> = {
  record_portal_number: (a) => <PortalAct {...common(a)} label={a.subject.portalLabel ?? ''} />,
  register: (a) => <ConfirmAct {...common(a)} act="register" />,
  accept: (a) => <ConfirmAct {...common(a)} act="accept" requests={a.subject.requestsOnAcceptance} />,
  schedule: (a) => <PeriodAct {...common(a)} act="schedule" current={null} />,
  set_period: (a) => <PeriodAct {...common(a)} act="set_period" current={a.subject.periodId ?? null} />,
  send_simplified: (a) => <AgendaAct {...common(a)} act="send_simplified" step={a.subject.finalStep} />,
  send_to_review: (a) => <ConfirmAct {...common(a)} act="send_to_review" />,
  open_review: (a) => <ConfirmAct {...common(a)} act="open_review" />,
  open_session: (a) => <ConfirmAct {...common(a)} act="open_session" />,
  set_dates: (a) => <DatesAct {...common(a)} />,
  admit: (a) => <AdmitAct {...common(a)} />,
  restore: (a) => <RestoreAct {...common(a)} />,
  ask_employer_again: (a) => <EmployerAct {...common(a)} organisation={a.subject.organisation} />,
  accept_employer_paper: (a) => <AcceptPaperAct {...common(a)} />,
  return_employer_paper: (a) => <EmployerWordsAct {...common(a)} act="return_employer_paper" />,
  escalate_employer: (a) => <EmployerWordsAct {...common(a)} act="escalate_employer" />,
  confirm_employer_on_paper: (a) => <EmployerWordsAct {...common(a)} act="confirm_employer_on_paper" />,
  seek_session: (a) => <ConfirmAct {...common(a)} act="seek_session" />,
  put_on_agenda: (a) => <AgendaAct {...common(a)} step={a.subject.finalStep} />,
  record_decision: (a) => <VoteAct {...common(a)} present={a.subject.present} tie={a.subject.tie} passed={a.subject.passed} />,
  grant: (a) => <OrderAct {...common(a)} action="grant" final={a.final} known={a.subject.knownOrder} />,
  refuse: (a) => <OrderAct {...common(a)} action="refuse" final={a.final} known={a.subject.knownOrder} />,
  verify: (a) => <VerifyAct {...common(a)} choices={a.subject.verdictChoices ?? []} current={a.subject.verdict ?? null} />,
  hand_over: (a) => <ConfirmAct {...common(a)} act="hand_over" />,
  request_information: (a) => <RequestInformationAct {...common(a)} />,
  resume_review: (a) => <ResumeReviewAct {...common(a)} />,
  register_withdrawal: (a) => <RegisterWithdrawalAct {...common(a)} />,
  decline_withdrawal: (a) => <DeclineWithdrawalAct {...common(a)} />,
  return_for_correction: (a) => <ReasonAct {...common(a)} act="return_for_correction" reasons={a.subject.returnReasons} />,
  refuse_intake: (a) => <ReasonAct {...common(a)} act="refuse_intake" final={a.final} reasons={a.subject.refusalReasons} />,
};
const ORDER = Object.keys(DRAW);

/** Whether any of the acts is drawn here. */
export const hasCaseActs = (acts: readonly OfferedAct[]): boolean => acts.some(({ action }) => action in DRAW);

export interface CaseActsProps {
  acts: readonly OfferedAct[];
  subject: ActSubject;
  size?: ButtonSize;
  /** False where the way on stands elsewhere on the screen: then none of these is filled. */
  wayOn?: boolean;
}

/** Exactly the acts the server offers the viewer on this case; a closed one is drawn closed and says why. Its texts are given from above. */
export function CaseActButtons({ acts, subject, size, wayOn: leads = true }: CaseActsProps) {
  const t = useTranslations('operator.act');
  const drawn = acts.filter(({ action }) => action in DRAW).sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  // Who has set a period can change it, but goes on by another act.
  const ahead = drawn.filter(({ action }) => action !== 'set_period' || !subject.periodId);
  const wayOn = leads ? (ahead.find(({ open }) => open) ?? ahead[0]) : undefined;
  const reasonsId = `closed-${subject.id}`;
  const reasons = [...new Set(drawn.filter((act) => !act.open).flatMap((act) => act.closedBy.map((p) => p.message)))];
  return (
    <div className="grid gap-2">
      <div className="actions">
        {drawn.map((act) => (
          <span key={act.action}>
            <ActPlace wayOn={act === wayOn}>
              {DRAW[act.action]?.({ closed: !act.open, final: act.final ?? false, reasonsId, size, subject })}
            </ActPlace>
          </span>
        ))}
      </div>
      {reasons.length > 0 ? (
        <ul id={reasonsId} className="text-s text-text-2 list-disc pl-5" aria-label={t('whyClosed')}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
