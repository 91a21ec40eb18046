/** A cell of a table for spreadsheets: a text that a spreadsheet would take for a formula is marked as text. */
export function csvCell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row with semicolons, as spreadsheets of Russian Windows expect it. */
export const csvRow = (cells: readonly (string | null | undefined)[]): string => `${cells.map(csvCell).join(';')}\r\n`;

/** By this spreadsheets know the text as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
