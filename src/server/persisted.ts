import documents from '@/gql/persisted-documents.json';

const KNOWN: Record<string, string> = documents;

/** Puts the text of a known document in the place of its hash; a body that names no hash passes as it is. */
export function persistedQuery(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('documentId' in body)) return body;
  const { documentId, ...rest } = body as { documentId: unknown };
  return { ...rest, query: typeof documentId === 'string' && Object.hasOwn(KNOWN, documentId) ? KNOWN[documentId] : '' };
}
