import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { typeDefs } from '../../graphql/typeDefs.generated';
import { noteWrites } from './activity';
import type { GraphQLContext } from './context';
import { LIMITS } from './limits';
import { faultOf, log } from './log';
import { once } from './once';
import { queryRules, refuseCostlyPages } from './queryRules';
import { isDeeperThan, storable } from './storableText';
import { trailReads } from './trail/reads';
import { resolvers } from './trail/resolvers';

/** Codes that are answers to the client; everything else is a bug and masked. */
const ANSWERS = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'VARIABLES_TOO_DEEP',
  'QUERY_TOO_COSTLY',
];
const PRODUCTION = process.env.NODE_ENV === 'production';

/** The one Apollo server of this process, started on first use. */
export const apollo = (): Promise<ApolloServer<GraphQLContext>> =>
  once('apollo', async () => {
    const server = new ApolloServer<GraphQLContext>({
      typeDefs,
      resolvers,
      introspection: !PRODUCTION,
      hideSchemaDetailsFromClientErrors: PRODUCTION,
      includeStacktraceInErrorResponses: false,
      csrfPrevention: true,
      stopOnTerminationSignals: false,
      parseOptions: { maxTokens: LIMITS.tokens },
      persistedQueries: false,
      cache: 'bounded',
      formatError,
      validationRules: queryRules,
      validationOptions: { maxErrors: LIMITS.validationErrors - 1 },
      plugins: [ApolloServerPluginLandingPageDisabled(), cleanVariables, legacyStatus, noteWrites, logBugs, trailReads],
    });
    await server.start();
    return server;
  });

/** Where Apollo says a word instead of a sentence. */
const SENTENCES: Record<string, string> = {
  PERSISTED_QUERY_NOT_SUPPORTED: 'No query is kept by its hash: send its text, or the documentId of a known document.',
};

/** Masks what is not an answer; the request id leads from the person's screen to the log. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const extensions = error instanceof GraphQLError ? error.extensions : {};
  const code = String(formatted.extensions?.code ?? '');
  if (ANSWERS.includes(code)) {
    const refusal = { code: String(extensions.refusal ?? code) };
    // What was sent is quoted, however long it is.
    const message = SENTENCES[code] ?? formatted.message.slice(0, 500);
    return { message, extensions: refusal, ...(formatted.path && { path: formatted.path }) };
  }
  const { requestId } = extensions;
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', ...(requestId ? { requestId } : {}) } };
}

/** Before anything reads them, variables lose the characters that no database text can hold. */
const cleanVariables: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, schema, operation }) {
        if (operation?.operation === 'subscription')
          throw new GraphQLError('There are no subscriptions.', {
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
          });
        const variables = request.variables ?? {};
        if (isDeeperThan(LIMITS.variableDepth, variables))
          throw new GraphQLError(`The variables are nested too deep: at most ${LIMITS.variableDepth} levels.`, {
            extensions: { code: 'VARIABLES_TOO_DEEP', http: { status: 400 } },
          });
        request.variables = storable(variables);
        refuseCostlyPages(schema, document, request.variables);
      },
    };
  },
};

/**
 * A request that was well-formed but could not be run answers 400 as application/graphql-response+json and 200 as application/json, as the
 * draft of GraphQL over HTTP wants (docs/decisions/016).
 */
const legacyStatus: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { body, http } }) {
        if (request.http?.headers.get('accept')?.includes(GRAPHQL_RESPONSE)) http.headers.set('content-type', GRAPHQL_RESPONSE);
        else if (http.status === 400 && !(body.kind === 'single' && body.singleResult.errors?.some(isMalformed))) http.status = 200;
      },
    };
  },
};
const GRAPHQL_RESPONSE = 'application/graphql-response+json';
const isMalformed = ({ extensions }: GraphQLFormattedError) => extensions?.code === 'BAD_REQUEST';

/** Bugs are logged once, with the id that the person sees; answers are not logged. */
const logBugs: ApolloServerPlugin<GraphQLContext> = {
  async contextCreationDidFail({ error }) {
    log.error(faultOf(error), 'request without a context');
  },
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, operationName }) {
        for (const error of errors) {
          if (ANSWERS.includes(String(error.extensions.code))) continue;
          error.extensions.requestId = contextValue.requestId;
          const fault = faultOf(error.originalError ?? error);
          log.error({ requestId: contextValue.requestId, operation: operationName, path: error.path, ...fault });
        }
      },
    };
  },
};
