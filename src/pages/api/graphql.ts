import type { ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { NextApiRequest, NextApiResponse } from 'next';
import { chooseLocale } from '@/messages/locale';
import { apollo } from '@/server/apollo';
import { createContext, type GraphQLContext } from '@/server/context';
import { LIMITS } from '@/server/limits';
import { persistedQuery } from '@/server/persisted';
import { readBody } from '@/server/readBody';
import { sourceOf } from '@/server/requestSource';
import { findSession, sessionIdOf } from '@/server/sessions';

/** The HTTP mount of the one Apollo server. The browser sends the hash of a known document instead of its text. */
// The body is read here: after a refused one Next leaves the rest on the connection, where the next request waits behind it.
export const config = { api: { bodyParser: false } };

async function contextOf(req: NextApiRequest): Promise<GraphQLContext> {
  const cookies = Object.fromEntries(Object.entries(req.cookies).map(([name, value]) => [name, value ?? '']));
  return createContext({
    session: await findSession(await sessionIdOf(cookies)),
    language: chooseLocale(cookies.lang, req.headers['accept-language']),
    ...sourceOf(req.headers),
    host: req.headers.host ?? null,
    regionSlug: cookies.region ?? null,
  });
}

/** Refuses a request before it is one of GraphQL, in the same form. */
function refuse(res: ServerResponse, status: number, code: string, message: string, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers });
  res.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function parsed(text: string): { body?: unknown } {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return {};
  }
}

export default async function graphql(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'POST') return refuse(res, 405, 'METHOD_NOT_ALLOWED', 'The API takes POST only.', { allow: 'POST' });
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? ''))
    return refuse(res, 415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is JSON, sent as application/json.');
  const bytes = await readBody(req.iterator({ destroyOnReturn: false }), LIMITS.bodyBytes).catch(() => null);
  if (!bytes) return refuse(res, 400, 'BAD_REQUEST', 'The body ended before its time.', { connection: 'close' });
  if (bytes === 'too large')
    return refuse(res, 413, 'BODY_TOO_LARGE', `The body is too large: at most ${LIMITS.bodyBytes} bytes.`, { connection: 'close' });
  const { body } = parsed(bytes.toString('utf8'));
  if (body === undefined) return refuse(res, 400, 'BAD_REQUEST', 'The body is no JSON.');
  const headers = new HeaderMap(Object.entries(req.headers).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : [])));
  const answer = await (await apollo()).executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: persistedQuery(body) },
    context: () => contextOf(req),
  });
  res.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
  res.end(answer.body.kind === 'complete' ? answer.body.string : undefined);
}
