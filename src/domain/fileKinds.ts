/** The kinds of files a procedure may allow: their names' endings, content types, and what browsers show. The one table of them. */

export const EXTENSIONS = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'zip', 'jpg', 'png', 'gif'] as const;
export type Extension = (typeof EXTENSIONS)[number];

interface Kind {
  /** The one content type under which such files are stored and served. */
  contentType: string;
  /** Other endings of the same kind. */
  also?: readonly string[];
  /** Whether a browser may show it in place; everything else is only ever downloaded. */
  inline?: true;
}
const KINDS: Record<Extension, Kind> = {
  pdf: { contentType: 'application/pdf', inline: true },
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  doc: { contentType: 'application/msword' },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  xls: { contentType: 'application/vnd.ms-excel' },
  zip: { contentType: 'application/zip' },
  jpg: { contentType: 'image/jpeg', also: ['jpeg', 'jfif', 'jpe'], inline: true },
  png: { contentType: 'image/png', inline: true },
  gif: { contentType: 'image/gif', inline: true },
};

/** The extension as the rules know it: lower case, every ending of a JPEG as jpg. */
export function canonicalExtension(extension: string): string {
  const lower = extension.toLowerCase();
  return EXTENSIONS.find((known) => KINDS[known].also?.includes(lower)) ?? lower;
}

/** Each kind of a list once, in the rules' spelling. */
export const canonicalExtensions = (extensions: readonly string[]): string[] => [...new Set(extensions.map(canonicalExtension))];

/** The last part of a name after its dot in the rules' spelling; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : canonicalExtension(name.slice(dot + 1));
}

/** Whether the rules can judge files of this extension. */
export const isKnownExtension = (extension: string): extension is Extension => (EXTENSIONS as readonly string[]).includes(extension);

/** The one content type under which files of this extension are stored and served. */
export const contentTypeOf = (extension: Extension): string => KINDS[extension].contentType;

/** Whether a browser may show a stored file of this content type in place. */
export const mayShowInline = (contentType: string): boolean =>
  EXTENSIONS.some((known) => KINDS[known].inline && KINDS[known].contentType === contentType);

/** Endings as people read them in a list of what is taken: jpg with the jpeg that many know it by. */
export const shownExtensions = (extensions: readonly string[]): string[] =>
  canonicalExtensions(extensions).flatMap((known) => (known === 'jpg' ? ['jpg', 'jpeg'] : known));

/** What can be done about a file that is refused, by its kind and by what the place takes: advice that can be followed. */
export interface FileAdvice {
  /** Whether saving it as PDF would help: PDF is taken here, and it is none. */
  pdf: 'yes' | 'no';
  /** The kind to save it anew as: its own or its successor, PDF where neither is taken. */
  into: string;
  /** Whether only pictures are taken. */
  takes: 'pictures' | 'documents';
}
const SUCCESSORS: Record<string, readonly string[]> = { doc: ['docx', 'doc'], xls: ['xlsx', 'xls'] };

export function adviceFor(extension: string, allowedExtensions: readonly string[]): FileAdvice {
  const allowed = canonicalExtensions(allowedExtensions);
  const pdf = allowed.includes('pdf') && extension !== 'pdf';
  const same = (SUCCESSORS[extension] ?? [extension]).find((known) => allowed.includes(known));
  const pictures = allowed.length > 0 && allowed.every((known) => isKnownExtension(known) && KINDS[known].contentType.startsWith('image/'));
  return {
    pdf: pdf ? 'yes' : 'no',
    into: same ?? (pdf ? 'pdf' : 'none'),
    takes: pictures ? 'pictures' : 'documents',
  };
}

/** The `accept` of a file picker: every ending of what is taken, and its content type, which phones go by. */
export const acceptOf = (extensions: readonly string[]): string =>
  canonicalExtensions(extensions)
    .filter(isKnownExtension)
    .flatMap((known) => [...[known, ...(KINDS[known].also ?? [])].map((ending) => `.${ending}`), KINDS[known].contentType])
    .join(',');
