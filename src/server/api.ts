import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Procedure } from '@/domain/procedure/shape';
import type { AuditFilter, TypedDocumentString } from '@/gql/graphql';
import { chooseLocale } from '@/messages/locale';
import { createContext, type GraphQLContext } from './context';
import { execute } from './execute';
import { getProcedure } from './procedures';
import { currentSession, currentSource } from './session';

/** The context of the page being rendered: one per request, its loaders shared by every query of the page. */
const pageContext = cache(async (): Promise<GraphQLContext> => {
  const [jar, head, session, source] = await Promise.all([cookies(), headers(), currentSession(), currentSource()]);
  const language = chooseLocale(jar.get('lang')?.value, head.get('accept-language'));
  return createContext({
    session,
    language,
    ...source,
    host: head.get('host'),
    regionSlug: head.get('x-region') ?? jar.get('region')?.value ?? null,
  });
});

/** The procedure of the region whose page is rendered; null where no region is chosen, or the database does not answer. */
export const currentProcedure = cache(async (): Promise<Procedure | null> => {
  try {
    const { region } = await pageContext();
    return region?.currentVersionId ? await getProcedure(region.currentVersionId) : null;
  } catch {
    // Pages of errors are written too; what failed is told by the query of the page itself.
    return null;
  }
});

/**
 * Runs a screen's document in process. Not signed in leads to the sign-in page and back; a missing or another's record to the page that
 * says so; a bug to the error page.
 */
export async function query<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
): Promise<TResult> {
  const contextValue = await pageContext();
  const result = await execute(document, variables, contextValue);
  const code = result.errors?.[0]?.extensions?.code;
  if (code === 'UNAUTHENTICATED') return redirect(signInPath((await headers()).get('x-path')));
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'BAD_USER_INPUT') return notFound();
  if (result.errors?.length || !result.data) throw new Error(`request ${contextValue.requestId} failed`);
  // Plain JSON, as the browser gets it: what GraphQL makes has no prototype, and client components refuse that.
  return JSON.parse(JSON.stringify(result.data)) as TResult;
}

/** Where to sign in, and which page to return to. */
export const signInPath = (next: string | null): string => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');

/** The trail of acts as a file, for whoever may read it; others are told that there is no such page. */
export async function exportAudit(filter: AuditFilter): Promise<Response> {
  const context = await pageContext();
  if (context.viewer?.role !== 'ADMINISTRATOR') return new Response(null, { status: 404 });
  const { exportLines } = await import('./trail/export');
  const lines = exportLines(context, filter);
  const encoder = new TextEncoder();
  const bytes = new ReadableStream<Uint8Array>({
    async pull(to) {
      const { done, value } = await lines.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
  const name = `trail-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(bytes, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
