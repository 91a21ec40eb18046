import { domainToUnicode } from 'node:url';

/** A stored e-mail address as its owner writes it: «belousova@школа12.рф» for the letters of the network. */
export function readableEmail(stored: string): string {
  const at = stored.lastIndexOf('@');
  return at < 0 ? stored : `${stored.slice(0, at + 1)}${domainToUnicode(stored.slice(at + 1)) || stored.slice(at + 1)}`;
}
