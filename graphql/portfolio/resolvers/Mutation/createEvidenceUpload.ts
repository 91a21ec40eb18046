import { type Problem, problem } from '@/domain/problems';
import { getViewerAs } from '@/server/context';
import { contentTypeOf, isKnownExtension } from '@/server/storage/inspect/kinds';
import { incomingKey } from '@/server/storage/keys';
import { cleanFileName } from '@/server/storage/names';
import { createUploadPolicy } from '@/server/storage/presign';
import type { CreateEvidenceUploadInput, MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnSlot, limitProblem, pathOf } from '../../evidence';
import { insertUpload, POLICY_SECONDS } from '../../evidence.sql';
import type { Slot } from '../../slots';

const refused = (...problems: Problem[]) => ({ problems });

export const createEvidenceUpload: NonNullable<MutationResolvers['createEvidenceUpload']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const place = { indicatorId: input.indicatorId ?? null, fieldId: input.fieldId ?? null };
  const { application, slot } = await getOwnSlot(viewer, input.applicationId, place);
  if (!slot?.asked) return refused(problem('VALUE_NOT_LISTED', [place.fieldId === null ? 'indicatorId' : 'fieldId']));
  const closed = await closedProblem(slot);
  if (closed) return refused(closed);
  const claim = judgeClaim(slot, input);
  if ('problems' in claim) return claim;

  const key = incomingKey(application.regionId);
  const upload = { ...claim, size: input.size, sha256: input.sha256, incomingKey: key, replacesId: input.replacesId ?? null };
  const file = await insertUpload(viewer, slot, upload);
  if (!file) return refused((await closedProblem(slot)) ?? limitProblem(slot));
  const grant = { key, contentType: claim.contentType, size: input.size, expiresInSeconds: POLICY_SECONDS };
  const policy = await createUploadPolicy(grant);
  const fields = Object.entries(policy.fields).map(([name, value]) => ({ name, value }));
  return { problems: [], file, policy: { url: policy.url, fields, expiresAt: file.policyExpiresAt } };
};

/** To the next tenth of a megabyte, so that no sentence says "5 MB, at most 5 MB". */
const roundedUp = (size: number) => Math.ceil(size / 104_857.6) * 104_857.6;

/** What the browser says about the file, judged before a byte is sent. */
function judgeClaim(slot: Slot, { name, size, sha256 }: CreateEvidenceUploadInput) {
  const clean = cleanFileName(name);
  if (!clean.ok) return refused({ ...clean.problem, path: [...pathOf(slot), 'name'] });
  const { extension } = clean;
  if (!isKnownExtension(extension) || !slot.extensions.includes(extension)) {
    const allowed = slot.extensions.join(', ');
    return refused(problem('FILE_TYPE_NOT_ALLOWED', [...pathOf(slot), 'name'], { extension, allowed }));
  }
  if (size <= 0) return refused(problem('FILE_EMPTY', [...pathOf(slot), 'size']));
  if (size > slot.maxBytes)
    return refused(problem('FILE_TOO_LARGE', [...pathOf(slot), 'size'], { size: roundedUp(size), max: slot.maxBytes }));
  if (!/^[0-9a-f]{64}$/.test(sha256)) return refused(problem('VALUE_INVALID', [...pathOf(slot), 'sha256']));
  return { name: clean.name, extension, contentType: contentTypeOf(extension) };
}
