import type { Transition } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import type { Application } from '@/generated/prisma/client';
import { newId } from './ids';
import type { Tx } from './prisma';

/** Puts the questions that leave with an act itself (`requests` of its transition), each with its day. */
export async function sendListedRequests(
  tx: Tx,
  application: Pick<Application, 'id' | 'regionId'>,
  requests: NonNullable<Transition['requests']>,
  viewer: Viewer,
  at: Date,
): Promise<void> {
  const asked = { applicationId: application.id, regionId: application.regionId, askedAt: at, askedById: viewer.accountId };
  await tx.informationRequest.createMany({
    data: requests.map(({ addressee, text }) => ({ id: newId(), ...asked, addressee, text: text.ru })),
  });
}
