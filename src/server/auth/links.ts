import { randomBytes } from 'node:crypto';
import { env } from '../env';
import { SECRET_MARK } from '../mail/letters';

/** A link whose token is put in when the letter leaves: the stored letter opens nothing. */
export const secretLink = (path: string, name = 'token'): string => `${env.APP_URL}${path}?${name}=${SECRET_MARK}`;

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');
