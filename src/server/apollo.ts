import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLFormattedError, type ValidationContext } from 'graphql';
import { typeDefs } from '../../graphql/typeDefs.generated';
import { noteWrites } from './activity';
import type { GraphQLContext } from './context';
import { faultOf, log } from './log';
import { once } from './once';
import { storable, storableTextRule } from './storableText';
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
];
const PRODUCTION = process.env.NODE_ENV === 'production';

function report(context: ValidationContext | null, error: GraphQLError): void {
  context?.reportError(error);
}

/** A limit is an answer like any other refusal of a query; a rule that throws would look like a bug of ours. */
const reported = { propagateOnRejection: false, onReject: [report] };

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
      parseOptions: { maxTokens: 2000 },
      cache: 'bounded',
      formatError,
      validationRules: [
        maxDepthRule({ n: 12, flattenFragments: true, ...reported }),
        maxAliasesRule({ n: 20, ...reported }),
        storableTextRule,
        costLimitRule({ maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3, ...reported }),
      ],
      plugins: [ApolloServerPluginLandingPageDisabled(), cleanVariables, noteWrites, logBugs, trailReads],
    });
    await server.start();
    return server;
  });

/** Masks what is not an answer; the request id leads from the person's screen to the log. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '');
  if (ANSWERS.includes(code)) return { message: formatted.message, extensions: { code }, ...(formatted.path && { path: formatted.path }) };
  const requestId = error instanceof GraphQLError ? error.extensions.requestId : undefined;
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', ...(requestId ? { requestId } : {}) } };
}

/** Before anything reads them, variables lose the characters that no database text can hold. */
const cleanVariables: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart({ request }) {
    if (request.variables) request.variables = storable(request.variables);
  },
};

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
