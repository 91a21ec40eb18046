import type { Form, Procedure } from './procedure/shape';

/** What the files of one case may take, so that nobody fills the store by uploading and removing without end. */
export interface FileQuota {
  /** Bytes of all files together, removed and replaced ones too: every allowed file twice at its largest. */
  bytes: number;
  /** Uploads begun within the life of one upload policy, cancelled and refused ones too. */
  uploads: number;
}

const quotaOf = (files: number, { portfolio: { fileLimits } }: Procedure): FileQuota => ({
  bytes: files * fileLimits.maxBytes * 2,
  uploads: files * 2,
});

/** The quota of what a teacher uploads to a case: evidence of its form and file fields of the application. */
export function caseFileQuota(procedure: Procedure, form: Form | null): FileQuota {
  const { filesPerIndicator } = procedure.portfolio.fileLimits;
  const takesFiles = (form?.sections ?? []).flatMap(({ indicators }) => indicators).filter(({ input }) => input.startsWith('file'));
  const inFields = procedure.application.fields.map(({ type }) => (type === 'files' ? filesPerIndicator : type === 'file' ? 1 : 0));
  const files = inFields.reduce((sum, count) => sum + count, takesFiles.length * filesPerIndicator);
  return quotaOf(files, procedure);
}

/** The quota of one paper of a case, of its own: whoever attaches papers cannot use up the teacher's, nor he theirs. */
export const paperQuota = (procedure: Procedure): FileQuota => quotaOf(procedure.portfolio.fileLimits.filesPerIndicator, procedure);
