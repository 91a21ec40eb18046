import { describe, expect, it } from 'vitest';
import { diagramOf, linesOf, trailOf } from './diagram';
import { madeUpRegion } from './testing/region';

describe('diagramOf', () => {
  const { nodes, edges } = diagramOf(madeUpRegion, 'ru');
  const node = (status: string) => nodes.find((n) => n.status === status);

  it('has every status once, in the words of the region', () => {
    expect(nodes.map((n) => n.status)).toEqual(madeUpRegion.statuses.application.map((s) => s.status));
    expect(node('DRAFT')).toMatchObject({ label: 'Черновик', kind: 'start' });
    expect(diagramOf(madeUpRegion, 'en').nodes[0]?.label).toBe('Draft');
  });
  it('tells the course from what lies beside it and from the ends', () => {
    expect(node('RETURNED')?.kind).toBe('aside');
    expect(node('EXPIRED')?.kind).toBe('aside');
    expect(node('READY')?.kind).toBe('stage');
    expect(nodes.filter((n) => n.kind === 'end').map((n) => n.status)).toEqual(
      expect.arrayContaining(['GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN']),
    );
  });
  it('has every transition, those of the same two statuses together', () => {
    expect(edges.flatMap((e) => e.ways)).toHaveLength(madeUpRegion.transitions.length);
    expect(new Set(edges.map((e) => `${e.from} ${e.to}`)).size).toBe(edges.length);
    for (const { from, to, ways } of edges) for (const way of ways) expect([way.from, way.to]).toEqual([from, to]);
  });
});

it('trailOf knows where a case was and how it went', () => {
  const { visited, went } = trailOf(['DRAFT', 'SUBMITTED', 'RETURNED', 'SUBMITTED']);
  expect([visited('RETURNED'), visited('READY')]).toEqual([true, false]);
  expect([went('RETURNED', 'SUBMITTED'), went('DRAFT', 'RETURNED')]).toEqual([true, false]);
});

it('linesOf breaks between words and loses none', () => {
  expect(linesOf('Срок пропущен, материалы сохранены', 18)).toEqual(['Срок пропущен,', 'материалы', 'сохранены']);
  expect(linesOf('Оценивание', 4)).toEqual(['Оценивание']);
  expect(linesOf('', 4)).toEqual([]);
});
