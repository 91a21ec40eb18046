import { type Problem, problem } from '../problems';
import { isMixed } from './alphabets';
import { bareValue, plainLine } from './plain';

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;

/** What stands before an address: «mailto:», «e-mail:», «эл. почта:», «адрес:». */
const WORD = /^(?:mailto|e-?mail|(?:эл(?:\.|ектронная)?\s*)?почта|(?:эл\.\s*)?адрес)\s*:\s*/i;

/** The address in what was copied along with it: «Анна Иванова <a@b.ru>», «почта: a@b.ru (рабочая)», «mailto:a@b.ru?subject=…». */
function around(text: string): string {
  const named = /^[^<>@]*<([^<>\s]+)>$/.exec(bareValue(text))?.[1] ?? text;
  const worded = bareValue(bareValue(named).replace(WORD, ''));
  return bareValue(worded.replace(/\s+\([^()@]*\)$/, '').replace(/^([^?]+@[^?]+)\?\w+=.*$/, '$1'));
}

/**
 * An e-mail address as it is stored, compared and delivered to: small letters, a domain in the letters of the network («школа12.рф» as
 * «xn--12-…»); null where it is none.
 */
export function parseEmail(typed: string): string | null {
  const text = around(plainLine(typed)).normalize('NFKC').toLowerCase();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = networkName(text.slice(at + 1));
  const whole = `${local}@${domain}`;
  return at > 0 && domain && LOCAL.test(local) && local.length <= 64 && whole.length <= 254 ? whole : null;
}

/** A domain in the letters of the network; null for what is none. */
export function networkName(domain: string): string | null {
  if (!domain || /[\s/\\?#@:[\]%]/.test(domain) || domain.split('.').some(isMixed) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return HOST.test(hostname) && hostname.split('.').every((part) => part.length <= 63) ? hostname : null;
}

/** Why a text is no address: `reason` is the first thing that keeps it from being one. */
export function emailProblems(typed: string, path: string[]): Problem[] {
  if (parseEmail(typed)) return [];
  const text = around(plainLine(typed)).normalize('NFKC').toLowerCase();
  if (!text) return [problem('REQUIRED', path)];
  const [local = '', domain = '', ...more] = text.split('@');
  const faults: [string, boolean][] = [
    ['at', !text.includes('@')],
    ['spaces', /\s/.test(text)],
    ['two', more.length > 0],
    ['mixed', text.split(/[@.]/).some(isMixed)],
    ['foreign', /[^\x21-\x7e]/.test(local)],
    ['domain', !domain.includes('.')],
  ];
  return [problem('EMAIL_INVALID', path, { reason: faults.find(([, holds]) => holds)?.[0] ?? 'other' })];
}
