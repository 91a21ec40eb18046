import type { WithdrawalResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "WithdrawalMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const Withdrawal: Pick<
  WithdrawalResolvers,
  'application' | 'decidedAt' | 'declineReason' | 'sentAt' | 'statusLabel' | 'statusTone'
> = {
  /* Implement Withdrawal resolver logic here */
  application: ({ application }, _arg, _ctx) => {
    /* Withdrawal.application resolver is required because Withdrawal.application and WithdrawalMapper.application are not compatible */
    return application;
  },
  statusLabel: async (_parent, _arg, _ctx) => {
    /* Withdrawal.statusLabel resolver is required because Withdrawal.statusLabel exists but WithdrawalMapper.statusLabel does not */
  },
  statusTone: async (_parent, _arg, _ctx) => {
    /* Withdrawal.statusTone resolver is required because Withdrawal.statusTone exists but WithdrawalMapper.statusTone does not */
  },
};
