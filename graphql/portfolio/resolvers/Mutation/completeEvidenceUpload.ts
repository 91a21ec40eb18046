import { FILE_REMOVED, isIn } from '@/domain/case/groups';
import { type Problem, problem } from '@/domain/problems';
import type { CasePaper } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { getViewer, getViewerAs } from '@/server/context';
import { adopt, deleteObject } from '@/server/storage/complete';
import { evidenceKey } from '@/server/storage/keys';
import type { MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnFile, isExpired, limitProblem, refusalOf } from '../../evidence';
import { type Copy, markScanning, rejectUpload, storeUpload } from '../../evidence.sql';
import { findOwnPaper, getPaperCase, paperLimits, paperProblems } from '../../papers';
import { attachPaper } from '../../papers.sql';
import type { Slot } from '../../slots';

/** Refusals that leave the upload under way: the browser may post or ask again until its policy ends. */
const PASSING = ['STORAGE_UNAVAILABLE', 'INSPECTION_UNAVAILABLE', 'UPLOAD_MISSING'];

export const completeEvidenceUpload: NonNullable<MutationResolvers['completeEvidenceUpload']> = async (_parent, { id }, context) => {
  const own = await findOwnPaper(getViewer(context), id);
  if (own) return completePaper(getViewer(context), own);
  const viewer = getViewerAs(context, 'TEACHER');
  const { file, slot } = await getOwnFile(viewer, id);
  const readAgain = async () => (await getOwnFile(viewer, id)).file;
  if (file.status !== 'PENDING') return answerAgain(file);
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const copy = await takeCopy(file, slot, readAgain);
  if ('problems' in copy) return copy;
  const stored = await storeUpload(viewer, slot, id, copy);
  if (!stored) return explainLoss(slot, id, copy.storedKey, readAgain);
  await dropObject(file.incomingKey);
  return { problems: [], file: stored };
};

/** Completing a paper is the act that attaches it. */
async function completePaper(viewer: Viewer, { file, paper }: { file: EvidenceFile; paper: CasePaper }) {
  const readAgain = async () => (await findOwnPaper(viewer, file.id))?.file ?? file;
  if (file.status !== 'PENDING') return answerAgain(file);
  const found = await getPaperCase(viewer, file.applicationId);
  const closed = paperProblems(found, paper, viewer);
  if (closed.length > 0) return { problems: closed, file };
  const copy = await takeCopy(file, paperLimits(found.procedure), readAgain);
  if ('problems' in copy) return copy;
  const { problems } = await attachPaper(viewer, { file, paper }, copy);
  if (problems.length === 0) {
    await dropObject(file.incomingKey);
    return { problems, file: await readAgain() };
  }
  await dropObject(copy.storedKey);
  const now = await readAgain();
  if (now.status !== 'PENDING') return answerAgain(now);
  return isExpired(now) ? reject(now, problem('UPLOAD_EXPIRED', ['file', file.id]), readAgain) : { problems, file: now };
}

interface Limits {
  extensions: string[];
  maxBytes: number;
}

/** Copies the bytes out of the browser's reach and judges the copy; a payload when it was not taken. */
async function takeCopy(
  file: EvidenceFile,
  { extensions, maxBytes }: Limits,
  readAgain: () => Promise<EvidenceFile>,
): Promise<Copy | { problems: Problem[]; file: EvidenceFile }> {
  const storedKey = evidenceKey(file.regionId);
  const copy = await adopt({
    incomingKey: file.incomingKey,
    adoptedKey: storedKey,
    expectedSize: file.size,
    expectedSha256: file.sha256,
    name: file.name,
    person: file.uploadedById,
    onScan: () => markScanning(file.id),
    allowedExtensions: extensions,
    maxBytes,
  });
  if (copy.ok) return { storedKey, extension: copy.extension, contentType: copy.contentType, virusCheck: copy.virusCheck };
  if (PASSING.includes(copy.problem.code)) {
    // Another completion may have been first and taken the bytes away.
    const now = await readAgain();
    return now.status === 'PENDING' ? { problems: [copy.problem], file: now } : answerAgain(now);
  }
  return reject(file, copy.problem, readAgain);
}

async function reject(file: EvidenceFile, why: Problem, readAgain: () => Promise<EvidenceFile>) {
  await rejectUpload(file.id, why.code, why.params);
  await dropObject(file.incomingKey);
  return answerAgain(await readAgain());
}

/** What became of an upload that was settled before: the same answer as the first time. */
function answerAgain(file: EvidenceFile) {
  const refusal = refusalOf(file);
  if (refusal) return { problems: [refusal], file };
  const gone = isIn(file.status, FILE_REMOVED);
  if (gone) return { problems: [problem(file.storedKey ? 'UPLOAD_ALREADY_DONE' : 'UPLOAD_MISSING', ['file', file.id])], file };
  return { problems: [], file };
}

/** The copy was good and yet nothing was written: another completion was first, the time was over, the case was closed or the place full. */
async function explainLoss(slot: Slot, id: string, storedKey: string, readAgain: () => Promise<EvidenceFile>) {
  await dropObject(storedKey);
  const file = await readAgain();
  if (file.status !== 'PENDING') return answerAgain(file);
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const why = isExpired(file) ? problem('UPLOAD_EXPIRED', ['file', id]) : limitProblem(slot);
  await rejectUpload(id, why.code, why.params);
  return answerAgain(await readAgain());
}

/** What cannot be deleted now is found by the sweep. */
const dropObject = (key: string) => deleteObject(key).catch(() => undefined);
