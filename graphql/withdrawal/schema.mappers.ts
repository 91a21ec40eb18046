import type { Application, Withdrawal } from '../../src/generated/prisma/client';

export type WithdrawalMapper = Withdrawal & { application?: Application };
