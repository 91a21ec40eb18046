import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '../env';
import { closeSession, openSession, SESSION_SECONDS } from '../sessions';
import { checkCredentials, findDemoAccount } from './checkCredentials';

/** Whether cookies are bound to https. */
export const secureCookies = (): boolean => env.APP_URL.startsWith('https://');

/** Address of a request's client as the last proxy saw it. */
const addressOf = (headers: Record<string, unknown> | undefined): string =>
  String(headers?.['x-forwarded-for'] ?? 'local')
    .split(',')
    .at(-1)
    ?.trim() || 'local';

/** next-auth: the ways in. Its token carries the id of a session row and nothing else. */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env.APP_URL;
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: env.DEMO === '1' ? [byPassword(), byDemoCard()] : [byPassword()],
    callbacks: {
      jwt: async ({ token, user }) => ({ sid: user ? await openSession(user.id) : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => closeSession(token.sid) },
  };
}

const byPassword = () =>
  CredentialsProvider({
    id: 'credentials',
    credentials: { login: {}, password: {} },
    async authorize(given, request) {
      const verdict = await checkCredentials(given?.login ?? '', given?.password ?? '', addressOf(request.headers));
      if ('accountId' in verdict) return { id: verdict.accountId };
      throw new Error(verdict.problems[0]?.code ?? 'CREDENTIALS_WRONG');
    },
  });

const byDemoCard = () =>
  CredentialsProvider({
    id: 'demo',
    credentials: { login: {} },
    async authorize(given) {
      const id = await findDemoAccount(given?.login ?? '');
      return id ? { id } : null;
    },
  });
