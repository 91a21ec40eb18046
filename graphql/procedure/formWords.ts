import type { Criterion, Rule } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { procedureWords } from '@/messages/procedureWords';
import type { ProcedureCriterion } from '../types.generated';
import type { ProcedureFormMapper } from './schema.mappers';

/** The positions a form serves. */
export function positionsOf({ procedure, form }: ProcedureFormMapper, language: Language): { id: string; label: string }[] {
  return form.positions.map((id) => ({ id, label: procedure.positions.find((p) => p.id === id)?.label[language] ?? id }));
}

/** The criteria of a form in the order of its tree, each with how deep it stands. */
export function criteriaOf({ procedure, form }: ProcedureFormMapper, language: Language): ProcedureCriterion[] {
  const walk = (nodes: readonly Criterion[], depth: number): ProcedureCriterion[] =>
    nodes.flatMap((node) => {
      const row = { id: node.id, label: node.label[language], depth, max: String(node.max), source: node.source };
      if (node.kind === 'group') return [{ ...row, group: true, rule: null }, ...walk(node.children, depth + 1)];
      return [{ ...row, group: false, rule: ruleText(procedure.assessment, node.rule ?? procedure.assessment.defaultRule, language) }];
    });
  return walk(form.criteria, 0);
}

function ruleText({ scales }: ProcedureFormMapper['procedure']['assessment'], rule: Rule, language: Language): string {
  const t = procedureWords(language);
  const options = (list: readonly { points: number; label: { ru: string; en: string } }[]) =>
    list.map((o) => `${o.points}: ${o.label[language]}`).join('; ');
  switch (rule.type) {
    case 'points':
      return t('ruleType.points', { step: rule.step });
    case 'scale':
      return options(scales?.find((s) => s.id === rule.scale)?.options ?? []);
    case 'options':
      return options(rule.options);
    case 'bands':
      return rule.rows.map((row) => `${row.from} %: ${row.points}`).join('; ');
    case 'level_table':
      return rule.rows.map((row) => `${row.label[language]}: ${row.winner} / ${row.participant}`).join('; ');
  }
}
