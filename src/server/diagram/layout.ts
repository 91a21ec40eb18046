import type { ElkNode } from 'elkjs';
import ELK from 'elkjs/lib/elk.bundled.js';
import { type DiagramEdge, type DiagramNode, diagramOf, linesOf } from '@/domain/diagram';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { type WayWords, wayWords } from '@/procedures/wayWords';
import { once } from '../once';

/** Where everything of a procedure's diagram stands, in pixels of an unscaled sheet. */

export interface PlacedNode extends DiagramNode {
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface PlacedEdge {
  from: DiagramEdge['from'];
  to: DiagramEdge['to'];
  /** SVG path data. */
  path: string;
  lines: string[];
  /** Middle of the label's first line. */
  labelX: number;
  labelY: number;
  moves: WayWords[];
}
export interface Placed {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Text is drawn by the browser; the sheet only has to leave room for it. Golos Text at 14 and 12 px. */
const NODE = { most: 20, character: 8.2, line: 18, padX: 26, padY: 22 };
const LABEL = { most: 22, character: 6.9, line: 15, gap: 6 };
const MARGIN = 16;

const LAYOUT = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
};

/** The placed diagram of a stored procedure. A published one is parsed once per process, and each language of it is placed once. */
export function placedDiagram(procedure: Procedure, language: Language): Promise<Placed> {
  const kept = once('diagrams', () => new WeakMap<Procedure, Map<Language, Promise<Placed>>>());
  const ofProcedure = kept.get(procedure) ?? new Map<Language, Promise<Placed>>();
  kept.set(procedure, ofProcedure);
  const known = ofProcedure.get(language);
  if (known) return known;
  const placed = place(procedure, language);
  ofProcedure.set(language, placed);
  // What failed is tried again by whoever asks next.
  placed.catch(() => ofProcedure.delete(language));
  return placed;
}

/** Places a procedure's diagram. */
export async function place(procedure: Procedure, language: Language): Promise<Placed> {
  const { nodes, edges } = diagramOf(procedure, language);
  const worded = edges.map((edge) => ({ edge, moves: edge.ways.map((way) => wayWords(procedure, way, language)) }));
  const graph: ElkNode = await new ELK().layout({
    id: 'procedure',
    layoutOptions: LAYOUT,
    children: nodes.map((node) => ({ id: node.status, ...sizeOf(linesOf(node.label, NODE.most), NODE) })),
    edges: worded.map(({ edge, moves }) => ({
      id: `${edge.from} ${edge.to}`,
      sources: [edge.from],
      targets: [edge.to],
      labels: [{ text: edge.to, ...sizeOf(labelLines(moves), { ...LABEL, padX: LABEL.gap, padY: LABEL.gap }) }],
    })),
  });
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width = 0, height = 0 } = graph.children?.find((c) => c.id === node.status) ?? {};
      return { ...node, lines: linesOf(node.label, NODE.most), x, y, width, height };
    }),
    edges: worded.map(({ edge, moves }) => placeEdge(graph, edge, moves)),
  };
}

type Measure = { character: number; line: number; padX: number; padY: number };
const sizeOf = (lines: readonly string[], { character, line, padX, padY }: Measure) => ({
  width: Math.ceil(Math.max(...lines.map((l) => l.length), 1) * character + padX),
  height: lines.length * line + padY,
});

/** Each act once, with whoever does it. */
function labelLines(moves: readonly WayWords[]): string[] {
  const acts = [...new Set(moves.map((move) => move.actionLabel))];
  return acts.flatMap((act) => {
    const actors = [...new Set(moves.filter((move) => move.actionLabel === act).map((move) => move.actorLabel))];
    return linesOf(`${act}: ${actors.join(', ')}`, LABEL.most);
  });
}

function placeEdge(graph: ElkNode, { from, to }: DiagramEdge, moves: WayWords[]): PlacedEdge {
  const found = graph.edges?.find((e) => e.id === `${from} ${to}`);
  const points = (found?.sections ?? []).flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]);
  const label = found?.labels?.[0];
  return {
    from,
    to,
    path: points.map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join(' '),
    lines: labelLines(moves),
    labelX: (label?.x ?? 0) + (label?.width ?? 0) / 2,
    labelY: (label?.y ?? 0) + LABEL.gap / 2 + LABEL.line / 2,
    moves,
  };
}
