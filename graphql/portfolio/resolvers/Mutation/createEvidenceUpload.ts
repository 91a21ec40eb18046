import { adviceFor, contentTypeOf, isKnownExtension } from '@/domain/fileKinds';
import { paperQuota } from '@/domain/fileQuota';
import { type Problem, problem } from '@/domain/problems';
import type { EvidenceFile } from '@/generated/prisma/client';
import { getViewer, getViewerAs } from '@/server/context';
import { incomingKey } from '@/server/storage/keys';
import { cleanFileName } from '@/server/storage/names';
import { createUploadPolicy } from '@/server/storage/presign';
import type { CreateEvidenceUploadInput, MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnSlot, limitProblem, pathOf } from '../../evidence';
import { insertUpload, POLICY_SECONDS } from '../../evidence.sql';
import { getPaperCase, isPaper, paperBusy, paperLimits, paperProblems } from '../../papers';
import { insertPaper } from '../../papers.sql';
import { quotaProblem } from '../../quota.sql';

const refused = (...problems: Problem[]) => ({ problems });

export const createEvidenceUpload: NonNullable<MutationResolvers['createEvidenceUpload']> = async (_parent, { input }, context) => {
  const paper = input.paper ?? null;
  if (paper !== null) {
    const viewer = getViewer(context);
    const found = await getPaperCase(viewer, input.applicationId);
    if (!isPaper(paper) || input.indicatorId || input.fieldId) return refused(problem('VALUE_NOT_LISTED', ['paper']));
    const closed = paperProblems(found, paper, viewer);
    if (closed.length > 0) return refused(...closed);
    const claim = judgeClaim(paperLimits(found.procedure), ['paper', paper], input);
    if ('problems' in claim) return claim;
    const key = incomingKey(found.application.regionId);
    const quota = paperQuota(found.procedure);
    const file = await insertPaper(viewer, found.application.id, paper, quota, { ...claim, incomingKey: key, replacesId: null });
    if (file) return grant(file);
    return refused((await quotaProblem(found.application.id, paper, quota, claim.size, ['paper', paper])) ?? paperBusy(paper));
  }
  const viewer = getViewerAs(context, 'TEACHER');
  const place = { indicatorId: input.indicatorId ?? null, fieldId: input.fieldId ?? null };
  const { application, slot } = await getOwnSlot(viewer, input.applicationId, place);
  if (!slot?.asked) return refused(problem('VALUE_NOT_LISTED', [place.fieldId === null ? 'indicatorId' : 'fieldId']));
  const closed = await closedProblem(slot);
  if (closed) return refused(closed);
  const claim = judgeClaim(slot, pathOf(slot), input);
  if ('problems' in claim) return claim;
  const upload = { ...claim, incomingKey: incomingKey(application.regionId), replacesId: input.replacesId ?? null };
  const file = await insertUpload(viewer, slot, upload);
  if (file) return grant(file);
  const full = async () => quotaProblem(application.id, null, slot.quota, claim.size, pathOf(slot));
  return refused((await closedProblem(slot)) ?? (await full()) ?? limitProblem(slot));
};

async function grant(file: EvidenceFile) {
  const wish = { key: file.incomingKey, contentType: file.contentType, size: file.size, expiresInSeconds: POLICY_SECONDS };
  const policy = await createUploadPolicy(wish);
  const fields = Object.entries(policy.fields).map(([name, value]) => ({ name, value }));
  return { problems: [], file, policy: { url: policy.url, fields, expiresAt: file.policyExpiresAt } };
}

/** What the browser says about the file, judged before a byte is sent. */
function judgeClaim(
  { extensions, maxBytes }: { extensions: string[]; maxBytes: number },
  path: string[],
  { name, size, sha256 }: CreateEvidenceUploadInput,
) {
  const clean = cleanFileName(name);
  if (!clean.ok) return refused({ ...clean.problem, path: [...path, 'name'] });
  const { extension } = clean;
  const advice = adviceFor(extension, extensions);
  if (!isKnownExtension(extension) || !extensions.includes(extension)) {
    return refused(problem('FILE_TYPE_NOT_ALLOWED', [...path, 'name'], { extension, ...advice, allowed: extensions.join(', ') }));
  }
  if (size <= 0) return refused(problem('FILE_EMPTY', [...path, 'size']));
  if (size > maxBytes) return refused(problem('FILE_TOO_LARGE', [...path, 'size'], { size, max: maxBytes, extension, ...advice }));
  if (!/^[0-9a-f]{64}$/.test(sha256)) return refused(problem('VALUE_INVALID', [...path, 'sha256']));
  return { name: clean.name, extension, contentType: contentTypeOf(extension), size, sha256 };
}
