import { FILE_UNFINISHED, isIn } from '@/domain/case/groups';
import { contentTypeOf, isKnownExtension, mayShowInline } from '@/domain/fileKinds';
import type { EvidenceFiles_FileFragment } from '@/gql/graphql';
import type { Upload } from './queue';

/** A file of a case as lists of evidence show it. */
export type EvidenceFile = Omit<EvidenceFiles_FileFragment, ' $fragmentName'>;

/** Lasting address of a file, which opens it for whoever reads it; `download` where it is to be saved under its own name. */
export const fileHref = (id: string, download = false): string => `/file/${id}${download ? '?download' : ''}`;

/** Whether browsers show such a file themselves. */
export const opensInBrowser = (file: Pick<EvidenceFile, 'extension'>): boolean =>
  isKnownExtension(file.extension) && mayShowInline(contentTypeOf(file.extension));

/** The rows of one place: each file once, as its upload of this window until the page knows it as stored. */
export function rowsOf<F extends Pick<EvidenceFile, 'id' | 'status'>>(files: readonly F[], uploads: readonly Upload[]) {
  const stored = new Set(files.filter((file) => file.status === 'STORED').map((file) => file.id));
  const own = new Set(uploads.flatMap((upload) => upload.fileId ?? []));
  return {
    records: files.filter((file) => stored.has(file.id) || !own.has(file.id)),
    onTheWay: uploads.filter((upload) => !(upload.fileId && stored.has(upload.fileId))),
  };
}

/** How many files of a page did not arrive: what the server refused or lost sight of, and what this window could not send. */
export function notArrived(records: readonly Pick<EvidenceFile, 'id' | 'status'>[], uploads: readonly Upload[]): number {
  const { records: shown, onTheWay } = rowsOf(records, uploads);
  return (
    shown.filter((file) => isIn(file.status, FILE_UNFINISHED)).length + onTheWay.filter((upload) => upload.state.kind === 'refused').length
  );
}
