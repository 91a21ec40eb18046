import { expect, it } from 'vitest';
import { makeRegion } from '@/testing/viewers';
import { nextNumber } from './numbers';
import { prisma } from './prisma';
import { getCurrentProcedure } from './procedures';

it('a practice case is numbered beside the register and leaves no gap in it', async () => {
  const region = await makeRegion('sverdlovsk');
  const { procedure } = await getCurrentProcedure(region.id);
  const take = (practice: boolean) =>
    prisma.$transaction((tx) => nextNumber(tx, { regionId: region.id, practice }, procedure, new Date('2031-05-02T10:00:00Z')));
  const { code } = procedure.region;
  expect([await take(false), await take(true), await take(true), await take(false)]).toEqual([
    `${code}-31-00001`,
    'ПР-1',
    'ПР-2',
    `${code}-31-00002`,
  ]);
});
