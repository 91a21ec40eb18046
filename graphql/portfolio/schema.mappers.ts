import type { Form, Indicator, Procedure } from '../../src/domain/procedure/shape';
import type { Application, EvidenceEntry, EvidenceFile } from '../../src/generated/prisma/client';

export type EvidenceFileMapper = EvidenceFile;

/** An entry with what its indicator says about it. */
export interface EvidenceEntryMapper {
  row: EvidenceEntry;
  indicator: Indicator | null;
}

/** The portfolio's row and files, read in one statement, with the procedure that gives them words. */
export interface PortfolioMapper {
  application: Application;
  procedure: Procedure;
  form: Form | null;
  row: { status: string; createdAt: Date; sentAt: Date | null };
  files: EvidenceFile[];
  entries: EvidenceEntry[];
}
