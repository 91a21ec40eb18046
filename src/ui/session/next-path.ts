/** A path of this site to go to after signing in; anything else (another site, a scheme, two slashes) is left out. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\s\\\p{Cc}]/u.test(next)) return null;
  return next;
}

/** An address with `next` added when there is one. */
export const withNext = (path: string, next: string | null): string => (next ? `${path}?next=${encodeURIComponent(next)}` : path);
