import { openActions } from '@/domain/workflow';
import { getViewer } from '@/server/context';
import { getProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'conclusion' | 'handedOverAt' | 'verdict' | 'verdictChoices'> = {
  conclusion: async ({ id }, _arg, context) => (await context.loaders.case.load(id))?.application.conclusion ?? null,
  handedOverAt: ({ handedOverAt }, _arg, context) => (isStaff(getViewer(context)) ? handedOverAt : null),
  verdict: async ({ procedureVersionId, verdict, verdictText }, _arg, context) => {
    if (!verdict || !isStaff(getViewer(context))) return null;
    const { assessment } = await getProcedure(procedureVersionId);
    const words = assessment.verdicts?.find((known) => known.id === verdict);
    return { id: verdict, label: words?.label[context.language] ?? verdict, text: verdictText || null };
  },
  verdictChoices: async ({ id }, _arg, context) => {
    const found = await context.loaders.case.load(id);
    const { role } = getViewer(context);
    if (!found || !openActions(found.procedure, found.form, found.facts, role).some((open) => open.action === 'verify')) return [];
    return (found.procedure.assessment.verdicts ?? []).map((v) => ({ id: v.id, label: v.label[context.language], text: null }));
  },
};
