import type { TypedDocumentString } from '@/gql/graphql';
import { apollo } from './apollo';
import type { GraphQLContext } from './context';

export interface ExecuteResult<TResult> {
  data?: TResult | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown>; path?: readonly (string | number)[] }[];
}

/** Runs a document through the one Apollo server with a given context; what tests and pages share. */
export async function execute<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables> | string,
  variables: TVariables,
  contextValue: GraphQLContext,
): Promise<ExecuteResult<TResult>> {
  const server = await apollo();
  const response = await server.executeOperation<TResult>(
    { query: document.toString(), variables: (variables ?? {}) as Record<string, unknown> },
    { contextValue },
  );
  if (response.body.kind !== 'single') throw new Error('incremental delivery is off');
  return response.body.singleResult as ExecuteResult<TResult>;
}
