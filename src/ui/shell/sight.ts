/** What the low-vision panel sets, kept in the cookie `sight` and put on <html> by the server, so that nothing flashes. */
export interface Sight {
  text?: 'large' | 'xlarge';
  contrast?: 'high' | 'blue';
  spacing?: 'wide';
  theme?: 'light' | 'dark';
}

export const SIGHT_COOKIE = 'sight';
export const SIGHT_VALUES = {
  text: ['large', 'xlarge'],
  contrast: ['high', 'blue'],
  spacing: ['wide'],
  theme: ['light', 'dark'],
} as const satisfies Record<keyof Sight, readonly string[]>;

/** Reads the cookie («text.large~theme.dark»); what is unknown is left out. */
export function parseSight(cookie: string | undefined): Sight {
  const sight: Record<string, string> = {};
  for (const pair of (cookie ?? '').split('~')) {
    const [key = '', value = ''] = pair.split('.');
    const allowed: readonly string[] | undefined = Object.hasOwn(SIGHT_VALUES, key) ? SIGHT_VALUES[key as keyof Sight] : undefined;
    if (allowed?.includes(value)) sight[key] = value;
  }
  return sight;
}

/** The cookie's text for these settings. */
export function formatSight(sight: Sight): string {
  return Object.entries(sight)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}.${value}`)
    .join('~');
}

/** Attributes of <html>. */
export function sightAttributes(sight: Sight): Record<`data-${keyof Sight}`, string | undefined> {
  return { 'data-text': sight.text, 'data-contrast': sight.contrast, 'data-spacing': sight.spacing, 'data-theme': sight.theme };
}
