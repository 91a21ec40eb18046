import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface CaseStep {
  /** The region's own word. */
  label: string;
  /** Date or term below it. */
  note?: ReactNode;
  state: 'done' | 'now' | 'later';
}

/** Four to six steps of a case; vertical where there is no room. */
export function CaseLine({ steps }: { steps: readonly CaseStep[] }) {
  const t = useTranslations('kit');
  return (
    <div className="steps-box">
      <ol className="steps" aria-label={t('steps')}>
        {steps.map((step) => (
          <li key={step.label} className={`step ${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
            {step.state === 'done' ? <Check /> : null}
            <b>{step.label}</b>
            <span className="vh">, {t(`step.${step.state}`)}</span>
            {step.note ? <small>{step.note}</small> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
