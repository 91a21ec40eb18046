import { periodLabel } from '@/domain/schedule';
import type { AttestationPeriodResolvers } from './../../types.generated';

export const AttestationPeriod: AttestationPeriodResolvers = {
  id: ({ period }) => period.id,
  label: ({ procedure, period }, _arg, context) => periodLabel(procedure, period.id, context.language),
  startsOn: ({ period }) => period.startsOn,
  endsOn: ({ period }) => period.endsOn,
};
