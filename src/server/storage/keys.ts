import { randomUUID } from 'node:crypto';

/** Where browsers put uploads that nobody has looked at, and where checked copies lie. */
export const INCOMING = 'incoming/';
export const EVIDENCE = 'evidence/';
/** Objects that no record knows, under their former key. */
export const QUARANTINE = 'quarantine/';

function keyIn(prefix: string, region: string): string {
  if (!/^[\w-]{1,64}$/.test(region)) throw new Error(`A region's id cannot be part of a key: ${region}`);
  return `${prefix}${region}/${randomUUID()}`;
}

/** A new key that one upload policy grants to a browser. It never holds the file's name. */
export function incomingKey(region: string): string {
  return keyIn(INCOMING, region);
}

/** A new key for a checked copy, never granted to a browser. Make one for every attempt to complete: a refused copy is deleted. */
export function evidenceKey(region: string): string {
  return keyIn(EVIDENCE, region);
}
