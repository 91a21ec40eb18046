import { getTranslations } from 'next-intl/server';
import type { ComparedProcedureQuery } from '@/gql/graphql';
import { termLength } from '../term-length';
import { type Named, type Pair, pairsOf } from './pairs';

export type Compared = NonNullable<ComparedProcedureQuery['procedure']>;
export const TABLES = ['statuses', 'transitions', 'terms', 'rules', 'roles', 'forms'] as const;
export type Table = (typeof TABLES)[number];

/** Everything of two procedures that can be set side by side, in words. */
export async function tablesOf(a: Compared, b: Compared): Promise<Record<Table, Pair[]>> {
  const [t, terms, moves] = await Promise.all([
    getTranslations('procedure.compare'),
    getTranslations('procedure.terms'),
    getTranslations('procedure.moves'),
  ]);
  const rows: Record<Table, (p: Compared) => Named[]> = {
    statuses: (p) => p.statuses.map(({ status, label }) => ({ key: status, label: status, text: label })),
    transitions: (p) =>
      p.transitions.map(({ from, to, move }) => ({
        key: `${from} ${move.action} ${to}`,
        label: `${from} → ${to}: ${move.actionLabel}`,
        text: [
          move.actorLabel,
          ...move.gates,
          ...(move.onlyWhen ? [moves('onlyWhen', { condition: move.onlyWhen })] : []),
          ...(move.unless ? [moves('unless', { condition: move.unless })] : []),
        ].join(', '),
      })),
    terms: (p) =>
      p.terms.map((term) => ({
        key: term.id,
        label: term.label,
        text: [termLength(terms, term), term.from, term.onExpiry].join('; '),
      })),
    rules: (p) => p.rules.map(({ key, label, value }) => ({ key, label, text: value })),
    roles: (p) => p.roles.map(({ role, label, access }) => ({ key: role, label: role, text: [label, access].filter(Boolean).join(', ') })),
    forms: (p) =>
      p.forms.flatMap((form) =>
        form.positions.map((position) => ({
          key: position.id,
          label: position.label,
          text: `${form.title}: ${t('formText', { indicators: form.indicators, total: form.totalMax })}`,
        })),
      ),
  };
  return Object.fromEntries(TABLES.map((name) => [name, pairsOf(rows[name](a), rows[name](b))])) as Record<Table, Pair[]>;
}
