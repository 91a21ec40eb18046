import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { calendarIndex } from '@/domain/calendar';
import { emptyFacts, type Facts } from '@/domain/case/facts';
import { publicStatusLabel } from '@/domain/labels';
import { calendarShape } from '@/domain/procedure/calendarShape';
import { type Form, type Procedure, positionShape } from '@/domain/procedure/shape';
import { as, fullInput, NOW } from '@/domain/testing/facts';
import { type ActInput, decide, openActions, type SYSTEM, systemMove } from '@/domain/workflow';
import { noteProcedure } from '@/testing/ranUnder';
import { buildProcedure } from '../build';
import { findFolders, findNewest, readFolder, readShared } from '../read';

/** The procedures as they are published, and a case that walks one of them without a database: for tests of single regions. */

const root = join(process.cwd(), 'procedures');
const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared(root, 'positions.yaml'))).items;

/** The newest version folder of every region. */
export const publishedNames = (): string[] => findNewest(root).map((path) => path.split('/').slice(-2).join('/'));

/** The newest version of a region, or the version named, as every process reads it. */
export function publishedProcedure(name: string): Procedure {
  const { procedure, errors, name: found } = buildProcedure(readFolder(findNewest(root, name)[0] ?? name), positions);
  if (!procedure || errors.length > 0) throw new Error(`${name}: ${errors[0] ?? 'cannot be read'}`);
  noteProcedure(found);
  return procedure;
}

/** Every help page of every version: where it lies, and its text. */
export const publishedPages = (): [string, string][] =>
  findFolders(root).flatMap((path) =>
    Object.entries(readFolder(path).pages).map(([name, text]): [string, string] => [`${path.slice(root.length)}/${name}`, text]),
  );

/** The production calendar under procedures/. */
export const publishedCalendar = () => calendarIndex(calendarShape.parse(parse(readShared(root, 'calendar-ru.yaml'))));

/** A case on paper: acts through the table, everything around it set by hand. */
export function paperCase(procedure: Procedure, form: Form | null, values: Facts['values']) {
  let facts: Facts = { ...emptyFacts(), values };
  const files = procedure.application.fields.filter((f) => f.type === 'file' || f.type === 'files');
  facts.fieldFiles = Object.fromEntries(files.map((f) => [f.id, 1]));
  const say = () => publicStatusLabel(procedure, facts, 'ru');
  const settle = () => {
    for (let move = systemMove(procedure, form, facts); move; move = systemMove(procedure, form, facts))
      facts = { ...facts, status: move.to, portfolio: { ...facts.portfolio, status: move.portfolio } };
  };
  return {
    /** What the act leads to, in the region's words; else the codes of what keeps it closed. */
    go(action: Parameters<typeof decide>[3], role: Parameters<typeof as>[0], input: ActInput = fullInput(null)): string {
      const verdict = decide(procedure, form, facts, action, as(role), NOW, input);
      if (!verdict.ok) return verdict.problems.map((p) => p.code).join();
      facts = { ...facts, status: verdict.to, portfolio: { ...facts.portfolio, status: verdict.portfolio } };
      settle();
      return say();
    },
    /** Something around the case happens; the system moves on where it can. */
    set(changes: Partial<Facts>): string {
      facts = { ...facts, ...changes };
      settle();
      return say();
    },
    /** Acts of the application that a role is shown now. */
    acts: (role: Parameters<typeof as>[0] | typeof SYSTEM) => openActions(procedure, form, facts, role).map((a) => a.action),
    facts: () => facts,
  };
}
