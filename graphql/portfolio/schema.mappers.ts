import type { EvidenceFile } from '../../src/generated/prisma/client';

export type EvidenceFileMapper = EvidenceFile;
