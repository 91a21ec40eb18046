import { PAPER_ACTS, recordActionProblems } from '@/domain/case/acts';
import { canonicalExtensions } from '@/domain/fileKinds';
import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import { CASE_PAPERS, type CasePaper, type Language, type RecordAction } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { paperWords } from '@/messages/gateWords';
import { notFound } from '@/server/errors';
import { type Case, findCase, ownAssignment } from '@/server/facts';
import { prisma } from '@/server/prisma';
import { visibleApplications, visibleFiles } from '@/server/visibility';

/** The papers of a case that are no evidence: each lies under one act, and whoever has that act may attach it. */

export const actOf = (paper: CasePaper): RecordAction => PAPER_ACTS[paper];
export const isPaper = (name: string | null): name is CasePaper => CASE_PAPERS.some((known) => known === name);

/** What keeps the viewer from attaching a paper to a case now; empty = he may. */
export const paperProblems = (found: Case, paper: CasePaper, viewer: Viewer): Problem[] =>
  recordActionProblems(found.procedure, found.form, found.facts, PAPER_ACTS[paper], viewer.role, ownAssignment(found, viewer));

/** The limits of a paper's file: those of the region's files; jpg stands for jpeg too. */
export const paperLimits = ({ portfolio: { fileLimits } }: Procedure) => ({
  maxBytes: fileLimits.maxBytes,
  extensions: canonicalExtensions(fileLimits.extensions),
});

/** A case the viewer sees, for the sake of a paper; a name that is no paper is a problem. */
export async function getPaperCase(viewer: Viewer, applicationId: string): Promise<Case> {
  const where = { AND: [visibleApplications(viewer), { id: applicationId }] };
  const visible = await prisma.application.findFirst({ where, select: { id: true } });
  return (visible && (await findCase(prisma, applicationId))) ?? notFound();
}

/** A paper the viewer has uploaded himself, or null where the file is none. */
export async function findOwnPaper(viewer: Viewer, id: string): Promise<{ file: EvidenceFile; paper: CasePaper } | null> {
  const where = { AND: [visibleFiles(viewer), { id, paper: { not: null }, uploadedById: viewer.accountId }] };
  const file = await prisma.evidenceFile.findFirst({ where });
  return file && isPaper(file.paper) ? { file, paper: file.paper } : null;
}

/** What a paper is called: by the region where it has a word. */
export function paperLabel(procedure: Procedure, paper: CasePaper, language: Language): string {
  return paper === 'employer_paper' ? procedure.employerConfirmation.label[language] : paperWords(language)(paper);
}

/** A second file while one is under way. */
export const paperBusy = (paper: CasePaper): Problem => problem('UPLOAD_PENDING', ['paper', paper]);
