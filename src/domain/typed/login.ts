import { plainLine } from './plain';

/** A login as it is stored and looked for: composed small letters, nothing invisible, no spaces around. */
export const tidyLogin = (typed: string): string => plainLine(typed).toLowerCase();
