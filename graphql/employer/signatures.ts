import { signersLeft } from '@/domain/employer';
import type { Viewer } from '@/domain/viewer';
import type { Case } from '@/server/facts';
import { newId } from '@/server/ids';
import type { Tx } from '@/server/prisma';

export interface Signed {
  /** Everybody has signed, or one word is enough. */
  complete: boolean;
  /** How many of how many, for the history. */
  count: string | null;
}

/** Puts the viewer's word under what the school certifies, where the procedure names several signers; a dispute that stood is taken back by it. */
export async function sign(tx: Tx, { application, procedure, facts }: Case, viewer: Viewer, at: Date): Promise<Signed> {
  const confirmation = application.employerConfirmation;
  const signers = procedure.employerConfirmation.signers ?? [];
  if (!confirmation || signers.length === 0) return { complete: true, count: null };
  const { regionId, role, accountId } = viewer;
  await tx.employerSignature.create({ data: { id: newId(), regionId, confirmationId: confirmation.id, role, accountId, signedAt: at } });
  const left = signersLeft(procedure, [...facts.employerSignatures, role]).length;
  if (left > 0 && confirmation.status === 'DISPUTED') {
    const asked = { status: 'ASKED', reason: null, disputedFields: [], answeredAt: null, answeredById: null };
    await tx.employerConfirmation.update({ where: { id: confirmation.id }, data: asked });
  }
  return { complete: left === 0, count: `${signers.length - left}/${signers.length}` };
}

/** A dispute, a new request: what was signed before no longer holds. */
export const clearSignatures = (tx: Tx, applicationId: string) =>
  tx.employerSignature.deleteMany({ where: { confirmation: { applicationId } } });
