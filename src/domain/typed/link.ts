import { isMixed } from './alphabets';
import { bareValue, plainLine } from './plain';

const HOST = /^https?:\/\/([^/?#]+)/i;
/** The site as the person wrote it: in letters, not in their technical spelling. */
export const hostOf = (text: string): string => HOST.exec(text)?.[1] ?? text;

/** Addresses of one's own machine or network. */
const OWN_NETWORK = /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168)\./;

/** A link that others can open: on the web, under a name that is what it looks like, without a name and password that would hide where it leads. */
export function isWebLink(text: string): boolean {
  if (!HOST.test(text) || /[\s\\\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  if (OWN_NETWORK.test(hostname) || hostOf(text).split('.').some(isMixed)) return false;
  return hostname.includes('.') && username === '' && password === '';
}

/** A name of a site, as addresses without a scheme begin: «disk.yandex.ru/…», «школа12.рф», «www.…». */
const SITE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?=[/?#]|$)/u;
/** A file's name alone looks like a site: «Грамота.docx». */
const FILE = /^[^/?#]+\.(?:pdf|docx?|xlsx?|pptx?|rtf|txt|odt|ods|odp|zip|rar|7z|jpe?g|jfif|png|gif|heic|mp[34]|avi|mov|exe)$/i;

/** A link of the web in the spelling that opens, https:// put before one that was copied without it; null where it is none. */
export function parseLink(typed: string): string | null {
  const copied = bareValue(bareValue(plainLine(typed)).replace(/^\p{L}[\p{L}\s]*:\s*(?=[«"“(<]?https?:\/\/)/u, ''));
  // «https:/site.ru», «https//site.ru»
  const text = copied.replace(/^(https?)(?::\/|\/\/)(?=[^/])/i, '$1://');
  const link = SITE.test(text) && !FILE.test(text) ? `https://${text}` : text;
  return isWebLink(link) ? link : null;
}
