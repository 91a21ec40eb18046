import type { ProblemCode } from '@/domain/problems';
import { type Problem, problem } from '@/domain/problems';
import { formFor } from '@/domain/procedure/document';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { visibleApplications, visibleFiles } from '@/server/visibility';
import { findEntrySlot, findSlot, type Slot } from './slots';

/** Whether an upload ran out of time: it can become no file any more, blocks nothing, and reads as refused. */
export const isExpired = (file: Pick<EvidenceFile, 'status' | 'policyExpiresAt'>, at = new Date()): boolean =>
  file.status === 'PENDING' && file.policyExpiresAt <= at;

/** What an upload's record shows: see isExpired. */
export const statusOf = (file: Pick<EvidenceFile, 'status' | 'policyExpiresAt'>): string => (isExpired(file) ? 'REJECTED' : file.status);

const VIRUS_CHECKS = ['CHECKING', 'CLEAN', 'INFECTED', 'UNCHECKED'] as const;

/** What a virus scanner said of a file; a check that broke off is none. */
export function virusCheckOf(file: Pick<EvidenceFile, 'status' | 'policyExpiresAt' | 'virusCheck'>): (typeof VIRUS_CHECKS)[number] {
  const state = VIRUS_CHECKS.find((known) => known === file.virusCheck) ?? 'UNCHECKED';
  return state === 'CHECKING' && statusOf(file) !== 'PENDING' ? 'UNCHECKED' : state;
}

/** Why a file's bytes are opened for nobody, whoever reads it; null when they are. */
export function closedFileProblem(viewer: Viewer, { id, storedKey, virusCheck, uploadedById }: EvidenceFile): Problem | null {
  if (virusCheck === 'INFECTED') return problem('FILE_INFECTED', ['file', id], uploadedById === viewer.accountId ? {} : { who: 'another' });
  return storedKey === null ? problem('FILE_NOT_STORED', ['file', id]) : null;
}

/** Why a file was refused, or null. */
export function refusalOf(file: EvidenceFile): Problem | null {
  if (statusOf(file) !== 'REJECTED') return null;
  const code = (isExpired(file) ? null : file.problemCode) ?? 'UPLOAD_EXPIRED';
  return problem(code as ProblemCode, ['file', file.id], (file.problemParams ?? {}) as Record<string, string | number>);
}

/** The viewer's own case with its place for a file; a place that the procedure does not know is null. */
export async function getOwnSlot(viewer: Viewer, applicationId: string, place: { indicatorId: string | null; fieldId: string | null }) {
  const application = await prisma.application.findFirst({ where: { AND: [visibleApplications(viewer), { id: applicationId }] } });
  if (application?.accountId !== viewer.accountId) return notFound();
  const procedure = await getProcedure(application.procedureVersionId);
  return { application, slot: findSlot(application, procedure, formFor(procedure, application.positionId), place) };
}

/** The viewer's own case with the place of an indicator's entries; null where the form knows no such place. */
export async function getOwnEntrySlot(viewer: Viewer, applicationId: string, indicatorId: string) {
  const application = await prisma.application.findFirst({ where: { AND: [visibleApplications(viewer), { id: applicationId }] } });
  if (application?.accountId !== viewer.accountId) return notFound();
  const procedure = await getProcedure(application.procedureVersionId);
  return findEntrySlot(application, procedure, formFor(procedure, application.positionId), indicatorId);
}

/** A file of the viewer's own case with its place. */
export async function getOwnFile(viewer: Viewer, id: string): Promise<{ file: EvidenceFile; slot: Slot }> {
  const file = await prisma.evidenceFile.findFirst({ where: { AND: [visibleFiles(viewer), { id }] } });
  if (!file) return notFound();
  const { slot } = await getOwnSlot(viewer, file.applicationId, file);
  return slot ? { file, slot } : notFound();
}

/** Why nothing was written to a slot: the case has moved on, or there is no room. */
export async function closedProblem(slot: Pick<Slot, 'applicationId' | 'statuses' | 'portfolioStatuses'>): Promise<Problem | null> {
  const found = await prisma.application.findUniqueOrThrow({
    where: { id: slot.applicationId },
    select: { status: true, portfolio: { select: { status: true } } },
  });
  const portfolio = found.portfolio?.status ?? 'NONE';
  const open = slot.statuses.includes(found.status) && (slot.portfolioStatuses?.includes(portfolio) ?? true);
  return open ? null : problem('WRONG_STATUS', [], { status: found.status, action: 'edit' });
}

/** The path of a slot's problems. */
export const pathOf = (slot: Slot): string[] => (slot.indicatorId ? ['indicator', slot.indicatorId] : ['field', slot.fieldId ?? '']);

export const limitProblem = (slot: Slot): Problem => problem('FILE_LIMIT_REACHED', pathOf(slot), { max: slot.max });
