import type { Form, Procedure } from '../../src/domain/procedure/shape';
import type { CardReport, Employee, EmployeeCard, EvidenceEntry } from '../../src/generated/prisma/client';
import type { SaidDifference } from '../../src/server/cardWords';

export type EmployeeMapper = Employee & {
  account: { passwordChosenAt: Date | null } | null;
  card: (EmployeeCard & { entries: EvidenceEntry[] }) | null;
  reports: CardReport[];
};
/** A report with the procedure that gives its fields words. */
export interface CardReportMapper {
  report: CardReport;
  procedure: Procedure;
  canAnswer: boolean;
}
export type CardDifferenceMapper = SaidDifference;
/** The card with the procedure and the form that give it words; dismissed tells that it is closed. */
export interface EmployeeCardMapper {
  employee: EmployeeMapper;
  card: EmployeeCard & { entries: EvidenceEntry[] };
  procedure: Procedure;
  form: Form | null;
}
