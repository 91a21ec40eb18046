import { type FragmentType, readFragment } from '@/gql';
import { AgendaCase_ApplicationFragmentDoc, CaseResult_ApplicationFragmentDoc } from '@/gql/graphql';

/** A case as the agenda shows it. */
export type AgendaCase = ReturnType<typeof agendaCase>;

/** The parts of a case an agenda needs, in one plain record. */
export function agendaCase(application: FragmentType<typeof AgendaCase_ApplicationFragmentDoc>) {
  const found = readFragment(AgendaCase_ApplicationFragmentDoc, application);
  return { ...found, result: readFragment(CaseResult_ApplicationFragmentDoc, found).assessmentResult ?? null };
}

/** Cases that were decided alike in one category: one order for all of them. */
export interface OrderGroup {
  categoryId: string;
  category: string;
  outcome: 'establish' | 'refuse';
  cases: AgendaCase[];
  /** Those without an order. */
  waiting: AgendaCase[];
  /** The order of the group, once one of its cases has it. */
  known: { number: string; date: string } | null;
}

/** The orders that follow from the votes of a meeting. */
export function orderGroups(cases: readonly AgendaCase[]): OrderGroup[] {
  const groups = new Map<string, OrderGroup>();
  for (const found of cases) {
    if (!found.decision || !found.category) continue;
    const outcome = found.decision.outcome === 'establish' ? 'establish' : 'refuse';
    const key = `${found.category.id} ${outcome}`;
    const group = groups.get(key) ?? {
      categoryId: found.category.id,
      category: found.category.label,
      outcome,
      cases: [],
      waiting: [],
      known: null,
    };
    group.cases.push(found);
    if (found.order) group.known = found.order;
    else group.waiting.push(found);
    groups.set(key, group);
  }
  return [...groups.values()];
}
