import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLContext } from './context';
import { noteActivity } from './sessions';

/**
 * A write is something its person does, also one that was under way when he stopped: it keeps the session. A read does not, so that a screen
 * which asks by itself keeps no abandoned session alive.
 */
export const noteWrites: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { session } }) {
        if (session && operation?.operation === 'mutation') await noteActivity(session);
      },
    };
  },
};
