/** Every status of the machines. */
export function statusWords(): Set<string>;
/** What breaks the two rules below `baseDir`, as `rule: file:line`, and how many files were read. */
export function checkClosedWords(folders?: string[], baseDir?: string): { files: number; violations: string[] };
