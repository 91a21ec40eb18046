import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Position } from '@/domain/procedure/shape';
import { buildProcedure } from '@/procedures/build';
import { findFolders, readFolder, readShared } from '@/procedures/read';
import { place } from './layout';

const positions = (parse(readShared('procedures', 'positions.yaml')) as { items: Position[] }).items;
const folders = [...findFolders('procedures'), 'src/procedures/testing/northland/1.0.0'];

describe.each(folders)('the diagram of %s', (folder) => {
  const { procedure } = buildProcedure(readFolder(folder), positions);
  if (!procedure) throw new Error(`${folder} cannot be read`);

  it('places every status and every way on the sheet, no two statuses over each other', async () => {
    const { width, height, nodes, edges } = await place(procedure, 'ru');
    expect(nodes).toHaveLength(procedure.statuses.application.length);
    expect(edges.flatMap((e) => e.moves)).toHaveLength(procedure.transitions.length);
    for (const node of nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(width);
      expect(node.y + node.height).toBeLessThanOrEqual(height);
    }
    const overlap = nodes.flatMap((a, k) =>
      nodes.slice(k + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    );
    expect(overlap).toEqual([]);
    for (const edge of edges) expect(edge.path, `${edge.from} ${edge.to}`).toMatch(/^M[\d.]+ [\d.]+( L[\d.]+ [\d.]+)+$/);
  });

  it('says the way of the first act in words', async () => {
    const { edges } = await place(procedure, 'en');
    expect(edges.find((e) => e.from === 'DRAFT')?.lines.join(' ')).toMatch(/^Send the application: /);
  });
});
