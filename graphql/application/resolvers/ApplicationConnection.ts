import type { ApplicationConnectionResolvers } from './../../types.generated';

export const ApplicationConnection: ApplicationConnectionResolvers = {
  totalCount: ({ count }) => count(),
};
