import { roleLabel, wordingLabel } from '@/domain/labels';
import type { ActorRole } from '@/domain/procedure/vocabulary';
import { periodLabel } from '@/domain/schedule';
import { timelineSentence } from '@/messages/timelineSentence';
import { type GraphQLContext, getViewer } from '@/server/context';
import { getProcedure } from '@/server/procedures';
import type { TimelineEntryResolvers } from './../../types.generated';
import type { Called, TimelineEntryMapper } from '../schema.mappers';

const labelOf = async ({ application }: TimelineEntryMapper, called: Called | null, { language }: GraphQLContext) =>
  called && wordingLabel(await getProcedure(application.procedureVersionId), called.status, called.wording, language);

export const TimelineEntry: TimelineEntryResolvers = {
  id: ({ row }) => row.id,
  at: ({ row }) => row.at,
  actorRole: ({ row }) => row.actorRole,
  actorLabel: async ({ row, application }, _arg, context) =>
    roleLabel(await getProcedure(application.procedureVersionId), row.actorRole as ActorRole, context.language),
  own: ({ row }, _arg, context) => row.actorId === getViewer(context).accountId,
  kind: ({ row }) => row.kind,
  text: async ({ row, application }, _arg, context) => {
    const { language } = context;
    const { termId, periodId, verdict } = row.data as { termId?: string; periodId?: string; verdict?: string };
    const procedure = await getProcedure(application.procedureVersionId);
    if (!termId && !periodId && !verdict) return timelineSentence(language, row.kind, row.data, procedure);
    const term = procedure.deadlines.find((t) => t.id === termId)?.label[language];
    const period = periodId && periodLabel(procedure, periodId, language);
    // What the coordinator wrote beside his verdict is for the commission, not for everybody who sees the history.
    const word = procedure.assessment.verdicts?.find((v) => v.id === verdict)?.label[language];
    return timelineSentence(language, row.kind, { detail: period || term || word }, procedure);
  },
  fromLabel: (parent, _arg, context) => labelOf(parent, parent.from, context),
  toLabel: (parent, _arg, context) => labelOf(parent, parent.to, context),
};
