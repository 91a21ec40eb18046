import { diagramOf } from '@/domain/diagram';
import { roleLabel, statusLabel } from '@/domain/labels';
import { indicatorsOf, leavesOf } from '@/domain/procedure/tree';
import { procedureWords } from '@/messages/procedureWords';
import { ruleWords } from '@/procedures/ruleWords';
import { sampleLetters } from '@/procedures/sampleLetters';
import { wayWords } from '@/procedures/wayWords';
import { type GraphQLContext, getViewer } from '@/server/context';
import { pagesOf } from '@/server/pages';
import { type Prisma, prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { ProcedureVersionResolvers } from './../../types.generated';

const MAX_PRACTICE = 20;

const practiceOf = (procedureVersionId: string, context: GraphQLContext): Prisma.ApplicationWhereInput => ({
  AND: [visibleApplications(getViewer(context)), { procedureVersionId, practice: true }],
});

export const ProcedureVersion: Pick<
  ProcedureVersionResolvers,
  | 'cases'
  | 'checksum'
  | 'counts'
  | 'current'
  | 'example'
  | 'form'
  | 'forms'
  | 'id'
  | 'letters'
  | 'loadedAt'
  | 'own'
  | 'pages'
  | 'practiceCaseCount'
  | 'practiceCases'
  | 'regionLabel'
  | 'regionSlug'
  | 'roles'
  | 'rules'
  | 'status'
  | 'statuses'
  | 'terms'
  | 'transitions'
  | 'version'
> = {
  id: ({ row }) => row.id,
  version: ({ row }) => row.version,
  status: ({ row }) => row.status,
  checksum: ({ row }) => row.checksum,
  loadedAt: ({ row }) => row.loadedAt,
  current: ({ row }) => row.region.currentVersionId === row.id,
  own: ({ row }, _arg, context) => row.regionId === getViewer(context).regionId,
  regionSlug: ({ row }) => row.region.slug,
  regionLabel: ({ procedure }, _arg, { language }) => procedure.region.label[language],
  example: ({ procedure }) => procedure.example,

  counts: ({ procedure: p }) => ({
    statuses: p.statuses.application.length,
    transitions: p.transitions.length,
    positions: new Set(p.forms.flatMap((f) => f.positions)).size,
    forms: p.forms.length,
    indicators: p.forms.flatMap(indicatorsOf).length,
    criteria: p.forms.flatMap((f) => leavesOf(f.criteria)).length,
    terms: p.deadlines.length,
    letters: p.letters.length,
  }),
  cases: ({ row }, _arg, context) =>
    prisma.application.count({
      where: { AND: [{ regionId: getViewer(context).regionId }, { procedureVersionId: row.id, practice: false, discardedAt: null }] },
    }),
  practiceCases: ({ row }, _arg, context) =>
    prisma.application.findMany({
      where: practiceOf(row.id, context),
      orderBy: { id: 'desc' },
      take: MAX_PRACTICE,
    }),
  practiceCaseCount: ({ row }, _arg, context) => prisma.application.count({ where: practiceOf(row.id, context) }),

  statuses: ({ procedure }, _arg, { language }) => {
    const t = procedureWords(language);
    const { nodes } = diagramOf(procedure, language);
    return procedure.statuses.application.flatMap(({ status, source, labels, may }, k) => {
      const node = nodes[k];
      const otherLabels = (labels ?? []).map((l) => `${l.label[language]} (${t(`condition.${l.when}`)})`);
      const teacherMay = (may ?? []).map((right) => t(`right.${right}`));
      return node ? [{ status, label: node.label, tone: node.tone, kind: node.kind, otherLabels, teacherMay, source }] : [];
    });
  },
  transitions: ({ procedure }, _arg, { language }) =>
    procedure.transitions.map((way) => ({
      from: way.from,
      fromLabel: statusLabel(procedure, way.from, language),
      to: way.to,
      toLabel: statusLabel(procedure, way.to, language),
      move: wayWords(procedure, way, language),
    })),
  terms: ({ procedure }, _arg, { language }) => {
    const t = procedureWords(language);
    return procedure.deadlines.map((d) => ({
      id: d.id,
      label: d.label[language],
      from: t(`event.${d.from}`),
      unit: d.unit,
      amount: d.amount ?? d.dayOfMonth ?? 0,
      warnBefore: d.warn?.before ?? [],
      onExpiry: t(`expiry.${d.onExpiry}`),
      source: d.source,
    }));
  },
  roles: ({ procedure }, _arg, { language }) => {
    const t = procedureWords(language);
    return procedure.roles.map(({ key, source }) => {
      const mode = procedure.accounts.find((a) => a.role === key)?.mode;
      return { role: key, label: roleLabel(procedure, key, language), access: mode ? t(`account.${mode}`) : null, source };
    });
  },
  rules: ({ procedure }, _arg, { language }) => ruleWords(procedure, language),
  forms: ({ procedure }) => procedure.forms.map((form) => ({ procedure, form })),
  form: ({ procedure }, { id }) => {
    const form = procedure.forms.find((f) => f.id === id);
    return form ? { procedure, form } : null;
  },
  letters: ({ procedure }, _arg, { language }) => {
    const t = procedureWords(language);
    const to = (recipient: string) => procedure.roles.find((r) => r.key === recipient)?.label[language] ?? t('letters.account');
    return sampleLetters(procedure, language).map(({ id, event, recipient, source, filled }) => ({
      id,
      event: t(`event.${event}`),
      recipient: to(recipient),
      ...filled,
      source,
    }));
  },
  pages: ({ row }, _arg, { language }) => pagesOf({ currentVersionId: row.id }, language),
};
