import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { env } from '@/server/env';
import { faultOf, log } from '@/server/log';
import { bucketAnswers } from '@/server/storage/bucket';
import { storage } from '@/server/storage/client';
import { readAddress, type ServedFile } from './address';
import { contentDisposition, safetyHeaders } from './headers';
import { type FilesRefusal, refusalPage } from './page';
import { readRange } from './range';

/** A connection over which nothing moves for so long is closed, and its read from the store with it. */
const IDLE_MS = 30_000;

const STATUS: Record<FilesRefusal, number> = { unknown: 404, expired: 410, gone: 404, unavailable: 503 };

/**
 * The files' own origin: GET and HEAD of an address that `makeAddress` made, and /health. It knows neither people nor rights, reads no cookie
 * and sets none; no address of a file is ever logged.
 */
export function createFilesServer(): Server {
  const server = createServer((request, response) => {
    response.shouldKeepAlive &&= server.listening;
    answer(request, response).catch((error: unknown) => {
      log.error(faultOf(error), 'a file could not be served');
      if (response.headersSent) response.destroy();
      else refuse(request, response, 'unavailable');
    });
  });
  server.timeout = IDLE_MS;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(safetyHeaders())) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '', query = ''] = (request.url ?? '').split('?');
  if (path === '/health') return answerHealth(response, query);
  const file = readAddress(path.slice(1));
  if (typeof file === 'string') refuse(request, response, file);
  else await serve(file, request, response);
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: FilesRefusal): void {
  const page = refusalPage(refusal, request.headers['accept-language']);
  const retry = refusal === 'unavailable' && { 'Retry-After': '30' };
  response.writeHead(STATUS[refusal], { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(page), ...retry });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** `?live=1`: this process answers. Without it: it also reaches the store, else 503. */
async function answerHealth(response: ServerResponse, query: string): Promise<void> {
  const live = new URLSearchParams(query).has('live');
  const ready = live || (await bucketAnswers(3_000));
  const status = live ? 'live' : ready ? 'ready' : 'not ready';
  response.writeHead(ready ? 200 : 503, { 'Content-Type': 'application/json' }).end(JSON.stringify({ status }));
}

async function serve(file: ServedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Bytes never change under a key, so the key says which they are.
  const tag = `"${createHash('sha256').update(file.key).digest('base64url').slice(0, 22)}"`;
  const { range, 'if-range': wanted = tag } = request.headers;
  const part = request.method === 'GET' && wanted === tag ? readRange(range, file.size) : 'whole';
  if (part === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}`, 'Accept-Ranges': 'bytes' }).end();
    return;
  }
  const left = new AbortController();
  response.once('close', () => left.abort());
  try {
    const place = { Bucket: env.S3_BUCKET, Key: file.key };
    const length = { ...(part !== 'whole' && { Range: `bytes=${part.first}-${part.last}` }) };
    const options = { abortSignal: left.signal };
    const object =
      request.method === 'HEAD'
        ? { ...(await storage().send(new HeadObjectCommand(place), options)), Body: undefined }
        : await storage().send(new GetObjectCommand({ ...place, ...length }), options);
    response.writeHead(part === 'whole' ? 200 : 206, {
      'Content-Type': file.contentType,
      'Content-Length': object.ContentLength,
      'Content-Disposition': contentDisposition(file.disposition, file.name),
      'Accept-Ranges': 'bytes',
      ETag: tag,
      ...(part !== 'whole' && { 'Content-Range': `bytes ${part.first}-${part.last}/${file.size}` }),
    });
    if (object.Body) await pipeline(object.Body as Readable, response);
    else response.end();
  } catch (error) {
    // Whoever left in the middle is owed nothing.
    if (left.signal.aborted) return;
    if (error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name)) return refuse(request, response, 'gone');
    throw error;
  }
}
