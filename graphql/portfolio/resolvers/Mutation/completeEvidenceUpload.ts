import { problem } from '@/domain/problems';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { getViewerAs } from '@/server/context';
import { adopt, deleteObject } from '@/server/storage/complete';
import { evidenceKey } from '@/server/storage/keys';
import type { MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnFile, isExpired, limitProblem, refusalOf } from '../../evidence';
import { rejectUpload, storeUpload } from '../../evidence.sql';
import type { Slot } from '../../slots';

/** Refusals that leave the upload under way: the browser may post or ask again until its policy ends. */
const PASSING = ['STORAGE_UNAVAILABLE', 'UPLOAD_MISSING'];

export const completeEvidenceUpload: NonNullable<MutationResolvers['completeEvidenceUpload']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { file, slot } = await getOwnFile(viewer, id);
  if (file.status !== 'PENDING') return answerAgain(file);
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };

  const storedKey = evidenceKey(file.regionId);
  const copy = await adopt({
    incomingKey: file.incomingKey,
    adoptedKey: storedKey,
    expectedSize: file.size,
    expectedSha256: file.sha256,
    name: file.name,
    allowedExtensions: slot.extensions,
    maxBytes: slot.maxBytes,
  });
  if (!copy.ok && PASSING.includes(copy.problem.code)) {
    // Another completion may have been first and taken the bytes away.
    const now = (await getOwnFile(viewer, id)).file;
    return now.status === 'PENDING' ? { problems: [copy.problem], file: now } : answerAgain(now);
  }
  if (!copy.ok) {
    await rejectUpload(id, copy.problem.code, copy.problem.params);
    await dropObject(file.incomingKey);
    return answerAgain((await getOwnFile(viewer, id)).file);
  }
  const stored = await storeUpload(viewer, slot, id, { storedKey, extension: copy.extension, contentType: copy.contentType });
  if (!stored) return explainLoss(viewer, slot, id, storedKey);
  await dropObject(file.incomingKey);
  return { problems: [], file: stored };
};

/** What became of an upload that was settled before: the same answer as the first time. */
function answerAgain(file: EvidenceFile) {
  const refusal = refusalOf(file);
  if (refusal) return { problems: [refusal], file };
  const gone = file.status === 'DELETED' || file.status === 'REPLACED';
  if (gone) return { problems: [problem(file.storedKey ? 'UPLOAD_ALREADY_DONE' : 'UPLOAD_MISSING', ['file', file.id])], file };
  return { problems: [], file };
}

/** The copy was good and yet nothing was written: another completion was first, the time was over, the case was closed or the place full. */
async function explainLoss(viewer: Viewer, slot: Slot, id: string, storedKey: string) {
  await dropObject(storedKey);
  const { file } = await getOwnFile(viewer, id);
  if (file.status !== 'PENDING') return answerAgain(file);
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const why = isExpired(file) ? problem('UPLOAD_EXPIRED', ['file', id]) : limitProblem(slot);
  await rejectUpload(id, why.code, why.params);
  return answerAgain((await getOwnFile(viewer, id)).file);
}

/** What cannot be deleted now is found by the sweep. */
const dropObject = (key: string) => deleteObject(key).catch(() => undefined);
