import type { Viewer } from '@/domain/viewer';
import type { Case } from '@/server/facts';
import type { Tx } from '@/server/prisma';

/** Writes what the school answered; the case is locked and the act was judged. */
export async function answer(
  tx: Tx,
  { application }: Case,
  viewer: Viewer,
  at: Date,
  data: { status: 'CONFIRMED' | 'DISPUTED'; reason: string | null; disputedFields: string[] },
): Promise<void> {
  await tx.employerConfirmation.update({
    where: { applicationId: application.id },
    data: { ...data, answeredAt: at, answeredById: viewer.accountId },
  });
}
