import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from './env';
import { once } from './once';
import { noteSource } from './requestSource';

/** A year; the names beside ours are not ours to bind. */
const HTTPS_ONLY = 'max-age=31536000';

/** What happens to every request before the framework sees it: its source is noted, TRACE is refused, browsers are held to https. */
export function watchRequests(): void {
  once('watchRequests', () =>
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
      noteSource(request);
      if (request.method === 'TRACE') toRefusal(request);
      if (env.APP_URL.startsWith('https://')) response.setHeader('Strict-Transport-Security', HTTPS_ONLY);
    }),
  );
}

/** Next cannot build a request of this method and would answer 500. */
function toRefusal(request: IncomingMessage): void {
  request.method = 'GET';
  request.url = '/api/refused';
}
