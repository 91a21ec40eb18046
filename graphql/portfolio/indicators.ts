import { entryShape } from '@/domain/evidence';
import type { Problem } from '@/domain/problems';
import { formFor } from '@/domain/procedure/document';
import type { Form, Indicator } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Application, EvidenceEntry } from '@/generated/prisma/client';
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

/** What an indicator asks, in the viewer's language: everything of the type Indicator but its files. Entries without removedAt count; where the viewer may not read, none are shown. */
export function indicatorFields(
  form: Form,
  { no, indicator }: NumberedIndicator,
  entries: readonly EvidenceEntry[],
  language: Language,
  readable = true,
) {
  const shape = entryShape(form, indicator);
  const option = ({ value, label }: { value: string; label: { ru: string; en: string } }) => ({ value, label: label[language] });
  const own = entries.filter((row) => readable && row.indicatorId === indicator.id).map((row) => ({ row, shape }));
  return {
    id: indicator.id,
    no,
    label: indicator.label[language],
    group: indicator.group?.[language] ?? null,
    hint: indicator.hint?.[language] ?? null,
    input: indicator.input,
    required: indicator.required ?? false,
    readable,
    entryKind: shape?.kind ?? null,
    maxEntries: shape?.max ?? 0,
    maxChoices: shape?.maxChoices ?? 0,
    columns: (shape?.columns ?? []).map((c) => ({ ...c, label: c.label[language], options: c.options.map(option) })),
    options: (shape?.options ?? []).map(option),
    entries: own.filter(({ row }) => row.removedAt === null),
    removedEntries: own.filter(({ row }) => row.removedAt !== null),
  };
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
