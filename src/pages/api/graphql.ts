import type { ApolloServer } from '@apollo/server';
import { startServerAndCreateNextHandler } from '@as-integrations/next';
import type { NextApiRequest, NextApiResponse } from 'next';
import { chooseLocale } from '@/messages/locale';
import { apollo } from '@/server/apollo';
import { createContext, type GraphQLContext } from '@/server/context';
import { once } from '@/server/once';
import { persistedQuery } from '@/server/persisted';
import { sourceOf } from '@/server/requestSource';
import { findSession, sessionIdOf } from '@/server/sessions';

/** The HTTP mount of the one Apollo server. The browser sends the hash of a known document instead of its text. */
export const config = { api: { bodyParser: { sizeLimit: '100kb' } } };

/** The integration starts a server itself and would log that ours cannot be started twice. */
const running = (server: ApolloServer<GraphQLContext>): ApolloServer<GraphQLContext> =>
  Object.assign(Object.create(server), { startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests: () => undefined });

const handler = () =>
  once('graphqlHandler', async () =>
    startServerAndCreateNextHandler<NextApiRequest, GraphQLContext>(running(await apollo()), {
      context: async (req) => {
        const cookies = Object.fromEntries(Object.entries(req.cookies).map(([k, v]) => [k, v ?? '']));
        const session = await findSession(await sessionIdOf(cookies));
        return createContext({
          session,
          language: chooseLocale(cookies.lang, req.headers['accept-language']),
          ...sourceOf(req.headers),
          host: req.headers.host ?? null,
          regionSlug: cookies.region ?? null,
        });
      },
    }),
  );

export default async function graphql(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.setHeader('Allow', 'POST');
    res.status(405).json({ errors: [{ message: 'POST only', extensions: { code: 'BAD_REQUEST' } }] });
    return;
  }
  req.body = persistedQuery(req.body);
  await (await handler())(req, res);
}
