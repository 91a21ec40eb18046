import { z } from 'zod';

const shape = z.email().max(254);

/** An e-mail address as it is stored: trimmed, in lower case; null when it is none. */
export function parseEmail(typed: string): string | null {
  const parsed = shape.safeParse(typed.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
