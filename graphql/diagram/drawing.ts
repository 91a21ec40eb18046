import { trailOf } from '@/domain/diagram';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { placedDiagram } from '@/server/diagram/layout';
import type { ProcedureDiagram } from '../types.generated';

/** The drawing of a procedure; with the statuses a case entered, in their order, it shows where that case stands. */
export async function drawingOf(procedure: Procedure, language: Language, entered: readonly string[] = []): Promise<ProcedureDiagram> {
  const { width, height, nodes, edges } = await placedDiagram(procedure, language);
  const { visited, went } = trailOf(entered);
  return {
    width,
    height,
    nodes: nodes.map((node) => ({ ...node, current: node.status === entered.at(-1), visited: visited(node.status) })),
    edges: edges.map((edge) => ({ ...edge, visited: went(edge.from, edge.to) })),
  };
}
