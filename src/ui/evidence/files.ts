import type { EvidenceFiles_FileFragment } from '@/gql/graphql';

/** A file of a case as lists of evidence show it. */
export type EvidenceFile = Omit<EvidenceFiles_FileFragment, ' $fragmentName'>;

/** Lasting address of a file, which opens it for whoever reads it; `download` where it is to be saved under its own name. */
export const fileHref = (id: string, download = false): string => `/file/${id}${download ? '?download' : ''}`;

/** Whether browsers show such a file themselves. */
export const opensInBrowser = (file: Pick<EvidenceFile, 'extension'>): boolean => ['pdf', 'jpg', 'png', 'gif'].includes(file.extension);
