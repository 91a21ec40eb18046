import type { Form, Procedure } from '../../src/domain/procedure/shape';
import type { Application, EvidenceFile } from '../../src/generated/prisma/client';

export type EvidenceFileMapper = EvidenceFile;

/** The portfolio's row and files, read in one statement, with the procedure that gives them words. */
export interface PortfolioMapper {
  application: Application;
  procedure: Procedure;
  form: Form | null;
  row: { status: string; createdAt: Date; sentAt: Date | null };
  files: EvidenceFile[];
}
