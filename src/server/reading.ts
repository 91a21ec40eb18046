import { COUNTED, isIn } from '@/domain/case/groups';
import type { AssignmentStatus, CasePaper } from '@/domain/procedure/vocabulary';
import { mayReadEvidence, mayReadFieldFiles, mayReadPaper, type Reader } from '@/domain/rights';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { type Case, ownAssignment } from './facts';

/** The viewer as the rights see him from a case that already passed visibility. */
export function readerOf(viewer: Viewer, found: Case): Reader {
  const { accountId, practice } = found.application;
  const own = viewer.accountId === accountId && (viewer.role === 'TEACHER' || practice);
  return { role: viewer.role, owner: own, takesPart: isIn(ownAssignment(found, viewer)?.status ?? 'DECLINED', COUNTED) };
}

/** The same where only the status of the viewer's own assignment is known, e.g. from a row of the score grid; null: he has none. */
export const readerOfRow = (viewer: Viewer, ownStatus: string | null): Reader => ({
  role: viewer.role,
  owner: false,
  takesPart: ownStatus !== null && isIn(ownStatus as AssignmentStatus, COUNTED),
});

type FilePlace = Pick<EvidenceFile, 'status' | 'fieldId' | 'indicatorId' | 'paper' | 'uploadedById'>;

/**
 * Whether the viewer reads a file of a case that already passed visibility: by what it lies under (a field of the form, an indicator, a paper).
 * What he uploaded himself he reads in any state; what another took back, replaced or has not finished is nobody else's business.
 */
export function mayReadFile(viewer: Viewer, found: Case, file: FilePlace): boolean {
  if (file.uploadedById === viewer.accountId) return true;
  const earlierPaper = file.paper !== null && file.status === 'REPLACED';
  if (file.status !== 'STORED' && !earlierPaper) return false;
  const reader = readerOf(viewer, found);
  if (file.indicatorId) return mayReadEvidence(found, reader, file.indicatorId);
  if (file.paper) return mayReadPaper(found, reader, file.paper as CasePaper);
  const field = found.procedure.application.fields.find((f) => f.id === file.fieldId);
  return field !== undefined && mayReadFieldFiles(found, reader, field);
}
