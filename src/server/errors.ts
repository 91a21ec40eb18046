import { GraphQLError } from 'graphql';

/** Not signed in, or the session has ended. */
export function unauthenticated(): never {
  throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
}

/** Signed in, but this role never does this. */
export function forbidden(): never {
  throw new GraphQLError('This role may not do that.', { extensions: { code: 'FORBIDDEN' } });
}

/** Missing, or another's: the two look alike. */
export function notFound(): never {
  throw new GraphQLError('There is no such record, or it is not open to you.', { extensions: { code: 'NOT_FOUND' } });
}

/** An argument is outside what the API takes; `sentence` says what it takes. */
export function badUserInput(sentence: string): never {
  throw new GraphQLError(sentence, { extensions: { code: 'BAD_USER_INPUT' } });
}
