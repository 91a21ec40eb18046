import type { IncomingHttpHeaders } from 'node:http';
import type { LoggerInstance, NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { type Problem, problem } from '@/domain/problems';
import type { Region } from '@/generated/prisma/client';
import { env } from '../env';
import { faultOf, log } from '../log';
import { sourceOf } from '../requestSource';
import { closeSession, openSession, SESSION_SECONDS, type SessionInfo } from '../sessions';
import { checkCredentials, findDemoAccount } from './checkCredentials';
import { type Claims, enterByIdentity, findIdentityAccount } from './identities';
import { IDENTITY_PROVIDER, identityProvider } from './identityProvider';
import { linkIdentity } from './linkedIdentities';

/** The provider's clock may be ahead of ours by so much. */
const CLOCKS_APART_MS = 60_000;

/** Whether cookies are bound to https. */
export const secureCookies = (): boolean => env.APP_URL.startsWith('https://');

/** What the request says besides next-auth's own: its region, its session, and the account that asked to be joined to an identity. */
export interface Around {
  region: Region | null;
  /** From the cookie, also of a session that has ended. */
  sessionId: string | null;
  session: SessionInfo | null;
  linkTo: string | null;
  /** Where the browser is. */
  address: string;
  device: string;
}

/** next-auth: the ways in. Its token carries the id of a session row and nothing else. */
export function authOptions(around: () => Promise<Around>): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env.APP_URL;
  const identity = identityProvider();
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    logger: authLogger,
    providers: [byPassword(), ...(env.DEMO === '1' ? [byDemoCard()] : []), ...(identity ? [identity] : [])],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== IDENTITY_PROVIDER) return true;
        const { region, linkTo } = await around();
        const claims = { ...profile, sub: account.providerAccountId } as Claims;
        const verdict = linkTo
          ? await linkIdentity(IDENTITY_PROVIDER, claims, linkTo)
          : await enterByIdentity(IDENTITY_PROVIDER, claims, region);
        if ('problems' in verdict) return `${linkTo ? '/account' : '/sign-in'}?refused=${verdict.problems[0]?.code ?? ''}`;
        return true;
      },
      async jwt({ token, user, account, profile }) {
        if (!user) return { sid: token.sid };
        const known = account?.provider === IDENTITY_PROVIDER ? await findIdentityAccount(IDENTITY_PROVIDER, user.id) : user.id;
        if (!known) return {};
        // Whichever way in was taken, this browser's former session ends: its cookie is replaced and nobody could sign it out.
        const { sessionId, session, address, device } = await around();
        await closeSession(sessionId);
        const provenAt = account?.provider === IDENTITY_PROVIDER ? shownAt(profile as Claims | undefined) : new Date();
        const roleAssignmentId = session?.accountId === known ? session.viewer?.roleAssignmentId : undefined;
        return { sid: await openSession(known, { address, device, provenAt, roleAssignmentId }) };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => closeSession(token.sid) },
  };
}

/** When the person showed himself to the provider; null where it does not say: it may have known him from an earlier visit. */
function shownAt(claims: Claims | undefined): Date | null {
  const seconds = claims?.auth_time;
  return typeof seconds === 'number' && seconds * 1000 <= Date.now() + CLOCKS_APART_MS ? new Date(seconds * 1000) : null;
}

/** Its codes only: the rest may quote what a stranger sent. */
const authLogger: LoggerInstance = {
  error: (code, metadata) =>
    log.warn({ from: 'next-auth', code: plainCode(code), ...faultOf('error' in metadata ? metadata.error : metadata) }),
  warn: (code) => log.warn({ from: 'next-auth', code: plainCode(code) }),
  debug: () => undefined,
};
const plainCode = (code: string): string => (/^[A-Z_]{1,80}$/.test(code) ? code : 'UNKNOWN');

/** A refusal as next-auth carries it to the sign-in page: the code, and the minutes to wait where there are some. */
const refusalWord = ({ code, params }: Problem): string => (params?.minutes ? `${code}.${params.minutes}` : code);

const byPassword = () =>
  CredentialsProvider({
    id: 'credentials',
    credentials: { login: {}, password: {} },
    async authorize(given, request) {
      const { address } = sourceOf((request.headers ?? {}) as IncomingHttpHeaders);
      const verdict = await checkCredentials(given?.login ?? '', given?.password ?? '', address);
      if ('accountId' in verdict) return { id: verdict.accountId };
      throw new Error(refusalWord(verdict.problems[0] ?? problem('CREDENTIALS_WRONG')));
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
