import { givesPoints, thresholdPoints } from '../../scoring';
import type { Criterion, Form, Rule, Threshold } from '../shape';
import { leavesOf } from '../tree';
import { type Checked, duplicatesIn, type Report } from './fault';

type Scales = NonNullable<Checked['file']['assessment']['scales']>;
type Located = { node: Criterion; path: (string | number)[] };

/** Positions most teachers hold; a region without a form for one of them is warned about. */
const USUAL_POSITIONS = [
  'teacher',
  'primary_teacher',
  'preschool_educator',
  'additional_education_teacher',
  'educational_psychologist',
  'speech_therapist_teacher',
  'vocational_lecturer',
];
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

/** Forms: one per position, known indicators behind every criterion, sums, rules, thresholds, samples. */
export function checkForms({ file: p, forms, positionIds }: Checked, err: Report, warn: Report): void {
  const served = new Map<string, string>();
  const offered = p.categories.filter((c) => c.offered).map((c) => c.id);
  const formOptions = p.application.fields.find((f) => f.id === 'attestation_form')?.options ?? [];
  for (const [file, form] of Object.entries(forms)) {
    const fail = (path: (string | number)[], message: string) => err(path, message, file);
    if (`forms/${form.id}.yaml` !== file) fail(['id'], `the file is ${file}`);
    form.positions.forEach((position, k) => {
      if (!positionIds.has(position)) fail(['positions', k], `unknown position ${position}`);
      if (served.has(position)) fail(['positions', k], `${position} is served by ${served.get(position)} too`);
      served.set(position, file);
    });
    const ids = form.sections.flatMap((s) => s.indicators.map((i) => i.id));
    for (const id of [...duplicatesIn(form.sections.map((s) => s.id)), ...duplicatesIn(ids)]) fail(['sections'], `${id} twice`);
    form.sections.forEach((s, k) => {
      if (s.no !== k + 1) fail(['sections', k, 'no'], `${s.no}, expected ${k + 1}`);
      if (s.filledBy && !p.roles.some((r) => r.key === s.filledBy))
        fail(['sections', k, 'filledBy'], `role ${s.filledBy} is not among the roles of this region`);
      s.indicators.forEach((i, n) => {
        if ((i.input === 'multiselect' || i.input === 'select') && !i.options) fail(['sections', k, 'indicators', n], 'no options');
        for (const only of i.onlyForForms ?? [])
          if (!formOptions.some((o) => o.value === only)) fail(['sections', k, 'indicators', n, 'onlyForForms'], `unknown form ${only}`);
      });
    });
    if (form.criteria.length > 0 !== givesPoints(p))
      fail(
        ['criteria'],
        givesPoints(p) ? 'no criteria: nothing to give points for' : 'criteria of a procedure whose experts give no points',
      );
    checkCriteria(form, new Set(ids), p.assessment.scales ?? [], p.assessment.defaultRule, fail);
    for (const category of givesPoints(p) ? offered : [])
      if (!form.thresholds[category]) fail(['thresholds'], `no threshold for ${category}`);
    for (const [category, threshold] of Object.entries(form.thresholds)) {
      if (!p.categories.some((c) => c.id === category)) fail(['thresholds', category], 'unknown category');
      if ('minTotal' in threshold && threshold.minTotal > form.totalMax)
        fail(['thresholds', category, 'minTotal'], `${threshold.minTotal} > ${form.totalMax}`);
    }
    const { first, highest } = form.thresholds;
    const points = (threshold: Threshold) => Number(thresholdPoints(threshold, form.totalMax));
    if (first && highest && points(first) >= points(highest)) fail(['thresholds'], 'first is not below highest');
  }
  if (p.schemaVersion >= 3) for (const id of positionIds) if (!served.has(id)) err([], `no form serves ${id}: it cannot apply`, 'forms');
  for (const position of USUAL_POSITIONS) if (!served.has(position)) warn([], `no form serves ${position}`, 'forms');
}

function checkCriteria(form: Form, indicators: Set<string>, scales: Scales, defaultRule: Rule, fail: Report): void {
  const nodes = withPaths(form.criteria, ['criteria']);
  const flat = leavesOf(form.criteria);
  for (const id of duplicatesIn(nodes.map((n) => n.node.id))) fail(['criteria'], `${id} twice`);
  for (const { node, path } of nodes) {
    if (node.kind === 'group') {
      const children = sum(node.children.map((c) => c.max));
      if (node.max !== children) fail([...path, 'max'], `${node.id}: max ${node.max}, children sum ${children}`);
      continue;
    }
    const rule = node.rule ?? defaultRule;
    const most = ruleMax(rule, scales);
    for (const id of node.evidence) if (!indicators.has(id)) fail([...path, 'evidence'], `no indicator ${id} in this form`);
    if (rule.type === 'scale' && !scales.some((s) => s.id === rule.scale)) fail(path, `unknown scale ${rule.scale}`);
    else if (most !== null && most !== node.max) fail([...path, 'max'], `${node.id}: max ${node.max}, its rule gives ${most}`);
    if (rule.type === 'bands' && rule.rows.some((row, k) => k > 0 && row.from >= (rule.rows[k - 1]?.from ?? 0)))
      fail(path, 'bands do not descend');
  }
  const total = sum(flat.map((leaf) => leaf.max));
  if (form.totalMax !== total) fail(['totalMax'], `${form.totalMax}, the leaves sum to ${total}`);
  const sample = form.sample;
  for (const [id, score] of Object.entries(sample?.scores ?? {})) {
    const leaf = flat.find((l) => l.id === id);
    if (!leaf || score > leaf.max) fail(['sample', 'scores', id], leaf ? `${score} > ${leaf.max}` : 'unknown leaf');
  }
  for (const [id, stated] of Object.entries(sample?.subtotals ?? {})) {
    const group = nodes.find((n) => n.node.id === id)?.node;
    const got = group?.kind === 'group' ? sum(group.children.map((c) => sample?.scores[c.id] ?? 0)) : undefined;
    if (got !== stated) fail(['sample', 'subtotals', id], `sums to ${got}, stated ${stated}`);
  }
}

function withPaths(nodes: readonly Criterion[], path: (string | number)[]): Located[] {
  return nodes.flatMap((node, k) => [
    { node, path: [...path, k] },
    ...(node.kind === 'group' ? withPaths(node.children, [...path, k, 'children']) : []),
  ]);
}

/** The most a rule can give; null where the leaf's own maximum decides. */
function ruleMax(rule: Rule, scales: Scales): number | null {
  switch (rule.type) {
    case 'scale':
      return Math.max(...(scales.find((s) => s.id === rule.scale)?.options.map((o) => o.points) ?? [Number.NaN]));
    case 'bands':
      return Math.max(...rule.rows.map((r) => r.points));
    case 'options':
      return Math.max(...rule.options.map((o) => o.points));
    case 'level_table':
      return rule.accumulate ? null : Math.max(...rule.rows.flatMap((r) => [r.winner, r.participant]));
    case 'points':
      return null;
  }
}
