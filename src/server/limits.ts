/** What one request of the API may ask for; docs/api.md says it to those who write clients. */
export const LIMITS = {
  bodyBytes: 100 * 1024,
  /** Words and signs of a document. */
  tokens: 2000,
  /** Levels of selections; fragments count where they are spread. */
  depth: 12,
  aliases: 20,
  /** An object costs 2, a value 1, each level 1.3 times the one above it, a list its `first` times, given or not. */
  cost: 20_000,
  /** Levels of lists and objects in the variables. */
  variableDepth: 32,
  /** Errors of validation that are told; it stops there. */
  validationErrors: 20,
  /** Rows of a page. */
  page: 100,
} as const;
