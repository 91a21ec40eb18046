import { type FragmentType, readFragment } from '@/gql';
import { EvidenceFiles_FileFragmentDoc, Paper_PaperFragmentDoc } from '@/gql/graphql';
import type { EvidenceFile } from '@/ui/evidence/files';

/** A paper of a case, its files read. */
export interface PaperView {
  paper: string;
  label: string;
  /** Full name of whoever attached what lies there. */
  attachedBy?: string | null | undefined;
  canAttach: boolean;
  maxBytes: number;
  extensions: readonly string[];
  files: readonly EvidenceFile[];
}

/** The papers of a case by name. */
export function readPapers(papers: readonly FragmentType<typeof Paper_PaperFragmentDoc>[]): Readonly<Record<string, PaperView>> {
  const known = readFragment(Paper_PaperFragmentDoc, papers);
  return Object.fromEntries(
    known.map((paper) => [paper.paper, { ...paper, files: readFragment(EvidenceFiles_FileFragmentDoc, paper.files) }]),
  );
}
