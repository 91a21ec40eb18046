import type { TypedDocumentString } from '@/gql/graphql';

/** Raised when the session ended while a screen was open; the session dialog asks to sign in again and nothing typed is lost. */
export class SessionEnded extends Error {
  override name = 'SessionEnded';
}

/** Raised when the server could not be reached or failed; the request may be tried again. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  constructor(readonly requestId: string | null) {
    super('request failed');
  }
}

interface Answer<TResult> {
  data?: TResult | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/** Event on window that opens the dialog "sign in again"; whoever waits listens for SESSION_RENEWED and tries once more. */
export const SESSION_ENDED = 'attesta:session-ended';
export const SESSION_RENEWED = 'attesta:session-renewed';

/** Runs a known document over HTTP: sends its hash, not its text. `keepalive`: the answer may come after the page has gone. */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
  keepalive = false,
): Promise<TResult> {
  const response = await fetch('/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ documentId: document.__meta__?.hash, variables }),
    keepalive,
    ...(signal && { signal }),
  }).catch(() => {
    throw new RequestFailed(null);
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<TResult>;
  const error = answer.errors?.[0]?.extensions;
  if (error?.code === 'UNAUTHENTICATED') {
    window.dispatchEvent(new Event(SESSION_ENDED));
    throw new SessionEnded();
  }
  if (!answer.data) throw new RequestFailed(error?.requestId ?? null);
  return answer.data;
}
