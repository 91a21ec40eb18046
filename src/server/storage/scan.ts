import net from 'node:net';
import { env } from '@/server/env';
import { log } from '@/server/log';

/** What a virus scanner says of bytes; UNCHECKED when none is set, or it gave no answer. */
export type Scan = { state: 'CLEAN' | 'UNCHECKED' } | { state: 'INFECTED'; signature: string };

/** Longest silence of the scanner while it takes the bytes in or looks at them. */
const SILENCE_MS = 20_000;
const LONGEST_ANSWER = 1_024;
/** Silences after which it is away, even if it says a letter between them. */
const MOST_SILENCES = 3;

/** Where clamd listens: tcp://host:port or unix:///path. */
export function listenerOf(address: string): net.NetConnectOpts {
  const url = new URL(address);
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) };
}

/**
 * One command to clamd and its whole answer (clamd(8): the prefix `z` ends both with a zero byte; one that is cut off is none); `body` follows in
 * chunks of a stated length.
 */
export function askClamd(address: string, command: 'PING' | 'INSTREAM', body?: Buffer, silenceMs = SILENCE_MS): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(listenerOf(address));
    let answer = '';
    const fail = (error: Error) => {
      clearTimeout(over);
      socket.destroy();
      reject(error);
    };
    const over = setTimeout(() => fail(new Error('clamd takes too long')), MOST_SILENCES * silenceMs);
    socket.setTimeout(silenceMs, () => fail(new Error('clamd is silent')));
    socket.on('error', fail);
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      if (answer.length > LONGEST_ANSWER) fail(new Error('clamd talks on and on'));
    });
    socket.on('close', () => {
      clearTimeout(over);
      const [whole = '', ...rest] = answer.split('\0');
      resolve(rest.length > 0 ? whole.trim() : '');
    });
    socket.write(`z${command}\0`);
    if (!body) return;
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    if (body.length > 0) socket.write(Buffer.concat([size, body]));
    socket.write(Buffer.alloc(4));
  });
}

/**
 * Has clamd look at bytes. A scanner that is not set, not reached, silent or refuses to look (its own limit of size) leaves them
 * UNCHECKED, which is stored and shown: the policy of docs/decisions/027.
 */
export async function scan(bytes: Buffer, address = env.CLAMD_URL): Promise<Scan> {
  if (!address) return { state: 'UNCHECKED' };
  try {
    const answer = await askClamd(address, 'INSTREAM', bytes);
    if (answer === 'stream: OK') return { state: 'CLEAN' };
    const signature = /^stream: (\S.{0,200}) FOUND$/.exec(answer)?.[1];
    if (signature) return { state: 'INFECTED', signature };
    log.error({ answer: answer.slice(0, 100) }, 'the virus scanner did not look at a file');
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.message : 'unknown' }, 'the virus scanner was not reached');
  }
  return { state: 'UNCHECKED' };
}
