import { indicatorsOf, leavesOf } from '@/domain/procedure/tree';
import type { ProcedureFormHeadResolvers } from './../../types.generated';
import { positionsOf } from '../formWords';

export const ProcedureFormHead: ProcedureFormHeadResolvers = {
  id: ({ form }) => form.id,
  title: ({ form }, _arg, { language }) => form.title[language],
  positions: (parent, _arg, { language }) => positionsOf(parent, language),
  indicators: ({ form }) => indicatorsOf(form).length,
  criteria: ({ form }) => leavesOf(form.criteria).length,
  totalMax: ({ form }) => String(form.totalMax),
};
