/** Debian's clamd with these signatures (names and the texts they stand for) and no others, with its files in `folder`. */
export function startVirusScanner(options: {
  folder: string;
  signatures: Record<string, string>;
  progress?: (text: string) => void;
}): Promise<{ addresses: string[]; stop: () => Promise<void> }>;
