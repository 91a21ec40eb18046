import type { Organisation } from '../../src/generated/prisma/client';

export type OrganisationMapper = Organisation;
