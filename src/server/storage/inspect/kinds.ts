/** Every extension that a procedure may allow; jpeg counts as jpg. */
export const EXTENSIONS = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'zip', 'jpg', 'png', 'gif'] as const;
export type Extension = (typeof EXTENSIONS)[number];

const CONTENT_TYPES: Record<Extension, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};

/** The extension as the rules know it: lower case, jpeg as jpg. */
export function canonicalExtension(extension: string): string {
  const lower = extension.toLowerCase();
  return lower === 'jpeg' ? 'jpg' : lower;
}

/** The last part of a name after its dot in the rules' spelling; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : canonicalExtension(name.slice(dot + 1));
}

/** Whether the rules can judge files of this extension. */
export function isKnownExtension(extension: string): extension is Extension {
  return (EXTENSIONS as readonly string[]).includes(extension);
}

/** The one content type under which files of this extension are stored and served. */
export function contentTypeOf(extension: Extension): string {
  return CONTENT_TYPES[extension];
}

/** Kinds that a browser may show in place; everything else is only ever downloaded. */
export function mayShowInline(contentType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png', 'image/gif'].includes(contentType);
}
