import type { InformationRequest } from '../../src/generated/prisma/client';

export type InformationRequestMapper = InformationRequest;
