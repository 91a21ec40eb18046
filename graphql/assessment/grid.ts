import { ASSESSING, isIn } from '@/domain/case/groups';
import { fromUnits, toUnits } from '@/domain/decimal';
import type { Criterion as CriterionNode, Form, Leaf, Procedure } from '@/domain/procedure/shape';
import type { Language, SheetStatus } from '@/domain/procedure/vocabulary';
import { mayReadEvidence } from '@/domain/rights';
import { allowedScores, levelTable, pointsDecide, sheetTotals, thresholdPoints } from '@/domain/scoring';
import { sheetAfter } from '@/domain/sheet';
import type { Viewer } from '@/domain/viewer';
import { readerOfRow } from '@/server/reading';
import { indicatorFields, numberedIndicators } from '../portfolio/indicators';
import type { ResolversTypes } from '../types.generated';
import type { StoredScore } from './resolvers/Mutation/saveScore.sql';
import type { GridRow } from './scoreGrid.sql';

type Awaited<T> = T extends Promise<infer U> ? U : T;
type Sheet = Awaited<ResolversTypes['ScoreSheet']>;
type Criterion = Awaited<ResolversTypes['Criterion']>;

/** A cell as the API gives it: no needless zeros. */
export const storedScore = (score: StoredScore) => ({
  criterionId: score.criterionId,
  value: score.value === null ? null : plain(score.value),
  comment: score.comment,
  version: score.version,
  updatedAt: score.updatedAt,
});

const plain = (value: string) => fromUnits(toUnits(value) ?? 0);

/** Whether the viewer reads the evidence of an indicator beside the scores: the rule of lists and of opening a file. */
function evidenceReader(row: GridRow, procedure: Procedure, viewer: Viewer): (indicatorId: string) => boolean {
  const { values, submitted, employerConfirmation, employerPaper, portfolioStatus, ownStatus } = row;
  const facts = { values, everSubmitted: submitted, employerConfirmation, employerPaper, portfolio: { status: portfolioStatus } };
  const reader = readerOfRow(viewer, ownStatus);
  return (indicatorId) => mayReadEvidence({ procedure, facts }, reader, indicatorId);
}

/** A sheet with its criteria tree, sums and the evidence that the viewer reads, in his language. */
export function sheetOf(row: GridRow, procedure: Procedure, form: Form, viewer: Viewer, language: Language): Sheet {
  const scores = Object.fromEntries(row.scores.map((score) => [score.criterionId, score.value]));
  const { total, sums, unscored } = sheetTotals(form, scores);
  const open = row.own && row.caseStatus === 'EXPERTISE' && isIn(row.assignmentStatus, ASSESSING);
  return {
    id: row.sheetId,
    status: row.sheetStatus,
    criteria: criteriaOf(form.criteria, { row, procedure, form, language, sums, reads: evidenceReader(row, procedure, viewer) }),
    total: row.sheetStatus === 'FINAL' && row.total !== null ? plain(row.total) : total,
    totalMax: String(form.totalMax),
    thresholds: procedure.categories.flatMap((category) => {
      const threshold = form.thresholds[category.id];
      if (!threshold || !category.offered) return [];
      const label = category.label[language];
      return [
        {
          category: { id: category.id, label, offered: category.offered },
          minTotal: thresholdPoints(threshold, form.totalMax),
          share: 'minShare' in threshold ? threshold.minShare : null,
          requested: category.id === row.categoryId,
          proposed: threshold.source === 'proposed',
        },
      ];
    }),
    recommendations: row.recommendations,
    recommendationsVersion: row.recommendationsVersion,
    recommendationsRequired: procedure.assessment.scoring.recommendationsRequired,
    commentPerCriterion: procedure.assessment.scoring.commentPerCriterion,
    twoStepSave: procedure.assessment.scoring.twoStepSave ?? false,
    pointsRequired: pointsDecide(procedure),
    unscored,
    finalAt: row.finalAt,
    reopenReason: row.reopenReason,
    editable: open && sheetAfter(row.sheetStatus as SheetStatus, 'save_score') !== null,
    frozenAt: row.frozenAt,
  };
}

interface Setting {
  row: GridRow;
  procedure: Procedure;
  form: Form;
  language: Language;
  sums: Record<string, string>;
  reads: (indicatorId: string) => boolean;
}

function criteriaOf(nodes: readonly CriterionNode[], setting: Setting, parent?: { id: string; no: string }): Criterion[] {
  return nodes.flatMap((node, index): Criterion[] => {
    const no = parent ? `${parent.no}.${index + 1}` : String(index + 1);
    const common = {
      id: node.id,
      no,
      kind: node.kind,
      parentId: parent?.id ?? null,
      label: node.label[setting.language],
      max: String(node.max),
    };
    if (node.kind === 'leaf') return [{ ...common, ...leafOf(node, setting) }];
    const group = {
      min: '0',
      step: '1',
      options: [],
      levels: [],
      levelsAddUp: false,
      sum: setting.sums[node.id] ?? '0',
      score: null,
      indicators: [],
    };
    return [{ ...common, ...group }, ...criteriaOf(node.children, setting, { id: node.id, no })];
  });
}

function leafOf(leaf: Leaf, { row, procedure, form, language, reads }: Setting) {
  const allowed = allowedScores(procedure, leaf);
  const stored = row.scores.find((score) => score.criterionId === leaf.id);
  const table = levelTable(procedure, leaf);
  return {
    min: allowed.min,
    step: allowed.step,
    options: allowed.options.map((option) => ({ value: option.value, label: option.label[language] })),
    levels: (table?.rows ?? []).map((level) => ({
      label: level.label[language],
      winner: String(level.winner),
      participant: String(level.participant),
    })),
    levelsAddUp: table?.accumulate ?? false,
    sum: null,
    score: stored ? storedScore(stored) : null,
    indicators: evidenceOf(form, leaf).map((numbered) => {
      const readable = reads(numbered.indicator.id);
      return {
        ...indicatorFields(form, numbered, row.entries, language, readable),
        files: readable ? row.files.filter((file) => file.indicatorId === numbered.indicator.id) : [],
        removedFiles: [],
      };
    }),
  };
}

const evidenceOf = (form: Form, leaf: Leaf) =>
  [...numberedIndicators(form).values()].filter(({ indicator }) => leaf.evidence.includes(indicator.id));
