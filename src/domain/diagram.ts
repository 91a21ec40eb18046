import { leadsAside } from './case/actTable';
import { labelIn, toneOf } from './labels';
import type { Procedure, Transition } from './procedure/shape';
import { type ApplicationStatus, isClosed, type Language } from './procedure/vocabulary';

/** A procedure as a graph: its statuses in the region's words, and the ways between them. Where they stand on the sheet is not said here. */

export type NodeKind = 'start' | 'stage' | 'aside' | 'end';

export interface DiagramNode {
  status: ApplicationStatus;
  label: string;
  kind: NodeKind;
  tone: ReturnType<typeof toneOf>;
}
/** All ways from one status to another, in the order of the file. */
export interface DiagramEdge {
  from: ApplicationStatus;
  to: ApplicationStatus;
  ways: Transition[];
}
export interface Diagram {
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}

/** The graph of a procedure. */
export function diagramOf(procedure: Pick<Procedure, 'statuses' | 'transitions'>, language: Language): Diagram {
  const { transitions } = procedure;
  const nodes = procedure.statuses.application.map(({ status, label, terminal }) => ({
    status,
    label: labelIn(label, language),
    kind: kindOf(status, terminal ?? false, transitions),
    tone: toneOf('application', status),
  }));
  const edges: DiagramEdge[] = [];
  for (const way of transitions) {
    const known = edges.find((e) => e.from === way.from && e.to === way.to);
    if (known) known.ways.push(way);
    else edges.push({ from: way.from, to: way.to, ways: [way] });
  }
  return { nodes, edges };
}

function kindOf(status: ApplicationStatus, terminal: boolean, transitions: readonly Transition[]): NodeKind {
  if (status === 'DRAFT') return 'start';
  if (terminal || isClosed(status)) return 'end';
  const into = transitions.filter((t) => t.to === status && t.from !== status);
  return into.length > 0 && into.every((t) => leadsAside(t.action)) ? 'aside' : 'stage';
}

/** Where a case has been: its statuses and the ways it went, from its statuses in the order in which it entered them. */
export function trailOf(entered: readonly string[]): { visited: (status: string) => boolean; went: (from: string, to: string) => boolean } {
  const steps = new Set(entered.slice(1).map((status, k) => `${entered[k]} ${status}`));
  return { visited: (status) => entered.includes(status), went: (from, to) => steps.has(`${from} ${to}`) };
}

/** Text in lines of at most so many characters, broken between words; a longer word stands alone. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
