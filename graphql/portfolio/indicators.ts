import type { Problem } from '@/domain/problems';
import { formFor } from '@/domain/procedure/document';
import type { Form, Indicator } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Application } from '@/generated/prisma/client';
import { getProcedure } from '@/server/procedures';

export interface NumberedIndicator {
  /** «1.4»: number of the section and place in it, as the form lists them. */
  no: string;
  indicator: Indicator;
}

/** The indicators of a form by id, with their numbers. */
export function numberedIndicators(form: Form | null): Map<string, NumberedIndicator> {
  const all = (form?.sections ?? []).flatMap((section) =>
    section.indicators.map((indicator, k): [string, NumberedIndicator] => [indicator.id, { no: `${section.no}.${k + 1}`, indicator }]),
  );
  return new Map(all);
}

/** Lets the sentences of refusals name the indicator they are about, in the viewer's language. */
export async function nameIndicators(problems: Problem[], application: Application, language: Language): Promise<Problem[]> {
  if (!problems.some((p) => p.path[0] === 'indicator')) return problems;
  const procedure = await getProcedure(application.procedureVersionId);
  const known = numberedIndicators(formFor(procedure, application.positionId));
  return problems.map((p) => {
    const found = p.path[0] === 'indicator' ? known.get(p.path[1] ?? '') : undefined;
    return found ? { ...p, params: { ...p.params, indicator: `${found.no} ${found.indicator.label[language]}` } } : p;
  });
}
