import type { FieldType } from '@/domain/procedure/vocabulary';
import type { Case } from '@/server/facts';
import type { Tx } from '@/server/prisma';

/** Names another organisation of the region in the application, in its answers (further `answers` are written with it) and in the columns that decide who sees the case. */
export async function moveTo(tx: Tx, { application, procedure }: Case, organisationId: string, answers: Record<string, string> = {}) {
  const organisation = await tx.organisation.findFirst({ where: { id: organisationId, regionId: application.regionId } });
  if (!organisation) return null;
  const placed = (type: FieldType, value: string) =>
    procedure.application.fields.filter((f) => f.type === type).map((f) => [f.id, value] as const);
  const places = [...placed('organisation', organisation.id), ...placed('municipality', organisation.municipalityId)];
  await tx.application.update({
    where: { id: application.id },
    data: {
      organisationId: organisation.id,
      municipalityId: organisation.municipalityId,
      values: { ...(application.values as Record<string, string>), ...answers, ...Object.fromEntries(places) },
    },
  });
  return organisation;
}
