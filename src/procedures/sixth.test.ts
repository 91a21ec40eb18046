import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { positionShape } from '@/domain/procedure/shape';
import { emptyPanelNeverPasses, neverStuck, openIffAccepted, strangerIsRefused, walksStayInside } from '@/domain/testing/laws';
import { buildProcedure } from './build';
import { readFolder, readShared } from './read';

const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared('procedures', 'positions.yaml'))).items;
const built = buildProcedure(readFolder('src/procedures/testing/northland/1.0.0'), positions);

describe('a sixth region that is nothing but files', () => {
  it('has no fault', () => expect(built.errors).toEqual([]));
  const { procedure } = built;
  if (!procedure) return;
  it('orders its stages as no other: experts, then the school, then the agenda', () => {
    const order = procedure.transitions.filter((t) => t.to !== 'WITHDRAWN' && t.to !== 'REFUSED').map((t) => t.action);
    expect(order.indexOf('complete_review')).toBeLessThan(order.indexOf('accept'));
    expect(procedure.transitions.find((t) => t.action === 'put_on_agenda')?.actor).toBe('COORDINATOR');
  });
  it('accepts exactly what it shows open', () => openIffAccepted(procedure, 150));
  it('refuses a stranger everything', () => strangerIsRefused(procedure, 300));
  it('never leaves its own statuses, and the system comes to rest', () => walksStayInside(procedure, 40));
  it('leaves nobody stuck, whatever was done and whatever lapsed', () => neverStuck(procedure, 150));
  it('never lets an empty panel pass', () => emptyPanelNeverPasses(procedure, 200));
});
