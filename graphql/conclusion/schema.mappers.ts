import type { ExpertConclusion } from '../../src/generated/prisma/client';

export type ExpertConclusionMapper = ExpertConclusion;
