/** What an application is called: a region may number it only at registration, so a sent one without a number is no draft. */
export const caseName = ({ number, submittedAt }: { number?: string | null; submittedAt?: string | null }) =>
  number ? 'numbered' : submittedAt ? 'sent' : 'draft';
