import type { QueryResolvers } from './../../../types.generated';
export const ownCards: NonNullable<QueryResolvers['ownCards']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.ownCards resolver logic here */
};
