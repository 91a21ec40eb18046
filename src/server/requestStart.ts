import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from './env';
import { once } from './once';
import { noteSource } from './requestSource';

/** A year; the names beside ours are not ours to bind. */
const HTTPS_ONLY = 'max-age=31536000';

/** What happens to every request before the framework sees it: its source is noted, TRACE and guesses are refused, browsers are held to https. */
export function watchRequests(): void {
  once('watchRequests', () =>
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
      noteSource(request);
      if (request.method === 'TRACE') toRefusal(request);
      if (isGuess(request)) toNothing(request);
      if (env.APP_URL.startsWith('https://')) response.setHeader('Strict-Transport-Security', HTTPS_ONLY);
    }),
  );
}

/** Next cannot build a request of this method and would answer 500. */
function toRefusal(request: IncomingMessage): void {
  request.method = 'GET';
  request.url = '/api/refused';
}

/** Said by the framework's router, by browsers and by add-ons when a page is fetched that nobody has asked for yet. */
const ROUTER_GUESSES = ['next-router-prefetch', 'next-router-segment-prefetch'];
const BROWSER_GUESSES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** Whether a page is fetched because somebody may ask for it. Acts and queries are none, whatever header they bring. */
export function isGuess({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url?.startsWith('/_next/')) return false;
  return (
    ROUTER_GUESSES.some((name) => headers[name] !== undefined) ||
    BROWSER_GUESSES.some((name) => /prefetch|prerender|preview/i.test(String(headers[name] ?? '')))
  );
}

/**
 * A page that is read leaves its line, so a guess gets no page: browser and router then ask again when the link is pressed. A line left out for the
 * header's sake would let anybody read unseen who sends it; the router's headers are hidden from proxy and pages, so it is done here.
 */
function toNothing(request: IncomingMessage): void {
  request.method = 'GET';
  request.url = '/api/nothing';
}
