import { plainNumber } from './plain';

/** A one-time password or code as it was given: without the spaces and dashes of a copy, in small letters. It is made of small letters and digits only. */
export const tidyCode = (typed: string): string => plainNumber(typed).replace(/[\s-]/g, '').toLowerCase();
