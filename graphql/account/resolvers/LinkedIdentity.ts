import type { LinkedIdentityResolvers } from './../../types.generated';

export const LinkedIdentity: LinkedIdentityResolvers = {
  linkedAt: ({ createdAt }) => createdAt,
  proven: ({ proof }) => proof !== 'SESSION',
};
