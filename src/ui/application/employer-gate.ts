/** What of a case waits for the school's word, by the gates the API names. */
const GATES = {
  'application.submit': 'application',
  'portfolio.submit': 'portfolio',
  'review.open': 'review',
  'agenda.put': 'agenda',
} as const;

/** The first gate that is closed without the school's word, as messages choose by it; `none` where nothing waits. */
export function employerGate(blocks: readonly string[]): (typeof GATES)[keyof typeof GATES] | 'none' {
  const first = Object.keys(GATES).find((gate) => blocks.includes(gate)) as keyof typeof GATES | undefined;
  return first ? GATES[first] : 'none';
}
