import type { EntryShape } from '../../src/domain/evidence';
import type { Form, Procedure } from '../../src/domain/procedure/shape';
import type { CasePaper } from '../../src/domain/procedure/vocabulary';
import type { Application, EvidenceEntry, EvidenceFile } from '../../src/generated/prisma/client';

export type EvidenceFileMapper = EvidenceFile;

/** An entry with the shape its indicator gives it; null where only files are taken now. */
export interface EvidenceEntryMapper {
  row: EvidenceEntry;
  shape: EntryShape | null;
}

/** The portfolio's row and files, read in one statement, with the procedure that gives them words. */
export interface PortfolioMapper {
  application: Application;
  procedure: Procedure;
  form: Form | null;
  row: { status: string; createdAt: Date; sentAt: Date | null; usedBytes: number };
  files: EvidenceFile[];
  entries: EvidenceEntry[];
}

/** A paper of a case with the files the viewer may read. */
export interface CasePaperMapper {
  paper: CasePaper;
  label: string;
  files: EvidenceFile[];
  /** Whoever attached the file that lies there, where the viewer may know it. */
  attachedById: string | null;
  canAttach: boolean;
  maxBytes: number;
  extensions: string[];
}
