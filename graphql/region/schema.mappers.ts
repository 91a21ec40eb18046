import type { Region } from '../../src/generated/prisma/client';

export type RegionMapper = Region;
