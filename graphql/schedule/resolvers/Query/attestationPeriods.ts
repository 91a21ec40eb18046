import type { QueryResolvers } from './../../../types.generated';
export const attestationPeriods: NonNullable<QueryResolvers['attestationPeriods']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.attestationPeriods resolver logic here */
};
