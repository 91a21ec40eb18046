import { Prisma, type Tx } from '../prisma';

/** Holds an address or a telephone until the transaction ends: of two who claim it at once the second sees what the first did. */
export async function lockClaim(tx: Tx, claimed: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${claimed}, 14))`);
}
