import type { Form, Procedure } from '../../src/domain/procedure/shape';
import type { Employee, EmployeeCard, EvidenceEntry } from '../../src/generated/prisma/client';

export type EmployeeMapper = Employee & {
  account: { passwordChosenAt: Date | null } | null;
  card: (EmployeeCard & { entries: EvidenceEntry[] }) | null;
};
/** The card with the procedure and the form that give it words; dismissed tells that it is closed. */
export interface EmployeeCardMapper {
  employee: EmployeeMapper;
  card: EmployeeCard & { entries: EvidenceEntry[] };
  procedure: Procedure;
  form: Form | null;
}
