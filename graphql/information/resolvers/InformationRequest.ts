import { recordActionProblems } from '@/domain/case/acts';
import type { Addressee } from '@/domain/procedure/vocabulary';
import { getViewer } from '@/server/context';
import type { InformationRequestResolvers } from './../../types.generated';
import { isAnsweredBy } from '../requests';

export const InformationRequest: InformationRequestResolvers = {
  addressee: ({ addressee }) => addressee as Addressee,
  canAnswer: async (row, _arg, context) => {
    if (row.answeredAt) return false;
    const { role } = getViewer(context);
    const found = await context.loaders.case.load(row.applicationId);
    if (!found || !isAnsweredBy(found.procedure, row, role)) return false;
    return recordActionProblems(found.procedure, found.form, found.facts, 'answer_information', role).length === 0;
  },
};
