import type { Form, Procedure } from '../../src/domain/procedure/shape';
import type { ProcedureVersion } from '../../src/generated/prisma/client';

export interface ApplicationFormMapper {
  procedure: Procedure;
}

/** A stored version with what is parsed of it; the pages are read when they are asked for. */
export interface ProcedureVersionMapper {
  row: Omit<ProcedureVersion, 'document' | 'pages'> & { region: { slug: string; currentVersionId: string | null } };
  procedure: Procedure;
}
export interface ProcedureFormMapper {
  procedure: Procedure;
  form: Form;
}
export type ProcedureFormHeadMapper = ProcedureFormMapper;
