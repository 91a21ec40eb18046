import { labelIn, roleLabel } from '@/domain/labels';
import type { FieldCondition, Procedure, Transition } from '@/domain/procedure/shape';
import type { Action, ActorRole, Language } from '@/domain/procedure/vocabulary';
import { procedureWords } from '@/messages/procedureWords';

/** A way of the procedure in words of a language. */
export interface WayWords {
  action: Action;
  actionLabel: string;
  actor: ActorRole;
  actorLabel: string;
  /** What must hold, in the order of the file. */
  gates: string[];
  /** The field conditions under which this way is meant. */
  onlyWhen: string | null;
  unless: string | null;
  /** The name of the term whose lapse makes the system go this way. */
  term: string | null;
}

/** Who goes a way, what he does, and what must hold. */
export function wayWords(procedure: Procedure, way: Transition, language: Language): WayWords {
  const t = procedureWords(language);
  const term = procedure.deadlines.find((d) => d.id === way.deadline);
  return {
    action: way.action,
    actionLabel: t(`action.${way.action}`),
    actor: way.actor,
    actorLabel: roleLabel(procedure, way.actor, language),
    gates: (way.guards ?? []).map((guard) => t(`guard.${guard}`)),
    onlyWhen: way.when ? conditionWords(procedure, way.when, language) : null,
    unless: way.unless ? conditionWords(procedure, way.unless, language) : null,
    term: term ? labelIn(term.label, language) : null,
  };
}

function conditionWords(procedure: Procedure, condition: FieldCondition, language: Language): string {
  const t = procedureWords(language);
  const asked = procedure.application.fields.find((f) => f.id === condition.field);
  const field = asked?.label[language] ?? condition.field;
  if (condition.equals === undefined) return t('field.filled', { field });
  const named = asked?.options?.find((o) => o.value === condition.equals) ?? procedure.categories.find((c) => c.id === condition.equals);
  return t('field.equals', { field, value: named?.label[language] ?? condition.equals });
}
