import type { EmployerConfirmation } from '../../src/generated/prisma/client';

export type EmployerConfirmationMapper = EmployerConfirmation;
