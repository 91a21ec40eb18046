import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ButtonSize } from '@/ui/kit/button';
import { AgendaAct } from './agenda-act';
import { EmployerAct } from './employer-act';
import { OrderAct } from './order-act';
import { AdmitAct, RestoreAct } from './plain-acts';
import { ReasonAct } from './reason-act';
import { VoteAct } from './vote-act';

export interface OfferedAct {
  action: string;
  open: boolean;
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
}

type Draw = (act: { closed: boolean; reasonsId: string; size?: ButtonSize; subject: ActSubject }) => ReactNode;

const common = ({ subject, ...rest }: Parameters<Draw>[0]) => ({ applicationId: subject.id, name: subject.fullName, ...rest });

/** Acts of the workflow that staff do on a case, in the order in which they stand; those on experts stand beside the experts. */
const DRAW: Record<string, Draw> = {
  admit: (a) => <AdmitAct {...common(a)} />,
  restore: (a) => <RestoreAct {...common(a)} />,
  ask_employer_again: (a) => <EmployerAct {...common(a)} organisation={a.subject.organisation} />,
  put_on_agenda: (a) => <AgendaAct {...common(a)} step={a.subject.finalStep} />,
  record_decision: (a) => <VoteAct {...common(a)} present={a.subject.present} tie={a.subject.tie} passed={a.subject.passed} />,
  grant: (a) => <OrderAct {...common(a)} action="grant" known={a.subject.knownOrder} />,
  refuse: (a) => <OrderAct {...common(a)} action="refuse" known={a.subject.knownOrder} />,
  return_for_correction: (a) => <ReasonAct {...common(a)} act="return_for_correction" reasons={a.subject.returnReasons} />,
  refuse_intake: (a) => <ReasonAct {...common(a)} act="refuse_intake" reasons={a.subject.refusalReasons} />,
};
const ORDER = Object.keys(DRAW);

/** Whether any of the acts is drawn here. */
export const hasCaseActs = (acts: readonly OfferedAct[]): boolean => acts.some(({ action }) => action in DRAW);

export interface CaseActsProps {
  acts: readonly OfferedAct[];
  subject: ActSubject;
  size?: ButtonSize;
}

/** Exactly the acts the server offers the viewer on this case; a closed one is drawn closed and says why. Its texts are given from above. */
export function CaseActButtons({ acts, subject, size }: CaseActsProps) {
  const t = useTranslations('operator.act');
  const drawn = acts.filter(({ action }) => action in DRAW).sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  const reasonsId = `closed-${subject.id}`;
  const reasons = [...new Set(drawn.filter((act) => !act.open).flatMap((act) => act.closedBy.map((p) => p.message)))];
  return (
    <div className="grid gap-2">
      <div className="actions">
        {drawn.map(({ action, open }) => (
          <span key={action}>{DRAW[action]?.({ closed: !open, reasonsId, size, subject })}</span>
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
