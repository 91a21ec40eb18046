import { checkCourse } from './check/course';
import type { Checked, Fault, Report } from './check/fault';
import { checkForms } from './check/forms';
import { checkIntake } from './check/intake';
import { checkLetters } from './check/letters';
import { checkNextActor } from './check/nextActor';
import { checkOpenings } from './check/openings';
import { checkRights } from './check/rights';
import { checkTerms } from './check/terms';

export type { Checked, Fault } from './check/fault';

/** Everything that is wrong with a procedure whose files have the right shape: references, sums, reachability, rights, terms. */
export function checkProcedure(checked: Checked): Fault[] {
  const faults: Fault[] = [];
  const err: Report = (path, message, file = 'procedure.yaml') => void faults.push({ file, path, message });
  const warn: Report = (path, message, file = 'procedure.yaml') => void faults.push({ file, path, message, warning: true });
  checkIntake(checked, err);
  checkCourse(checked, err);
  checkNextActor(checked, err);
  checkRights(checked, err);
  checkOpenings(checked, err);
  checkForms(checked, err, warn);
  checkTerms(checked, err, warn);
  checkLetters(checked, err);
  return faults;
}
