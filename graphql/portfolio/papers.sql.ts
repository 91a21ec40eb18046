import type { FileQuota } from '@/domain/fileQuota';
import type { CasePaper } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { type Case, findCase } from '@/server/facts';
import { newId } from '@/server/ids';
import type { Occurrence } from '@/server/occurrence';
import { type ActOutcome, type Performed, perform } from '@/server/perform';
import { Prisma, prisma, type Tx } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';
import { type Copy, GRACE_MS, type NewUpload, POLICY_SECONDS } from './evidence.sql';
import { actOf, paperProblems } from './papers';
import { withinQuota } from './quota.sql';
import { at, inLine, instant } from './writes.sql';

/** Uploads of one paper that may be under way at once: a browser that broke off does not keep another from trying. */
const MOST_PENDING = 3;

/** Writes the PENDING row of a paper; null when the case is not the viewer's to see, too many are under way, or the paper's quota is full. */
export function insertPaper(
  viewer: Viewer,
  applicationId: string,
  paper: CasePaper,
  quota: FileQuota,
  upload: NewUpload,
): Promise<EvidenceFile | null> {
  const pending = Prisma.sql`(select count(*) from "EvidenceFile" x where x."applicationId" = ${applicationId}::uuid and x.paper = ${paper}
    and x.status = 'PENDING' and x."policyExpiresAt" > ${instant(new Date())})`;
  return inLine(
    { applicationId },
    Prisma.sql`
    with parent as (select a.id, a."regionId" from "Application" a
      where a.id = ${applicationId}::uuid and ${visibleApplicationsSql(viewer)} for share of a)
    insert into "EvidenceFile" (id, "regionId", "applicationId", paper, "uploadedById", name, extension, "contentType", size, sha256, status,
      "incomingKey", "policyExpiresAt", "createdAt")
    select ${newId()}::uuid, parent."regionId", parent.id, ${paper}::text, ${viewer.accountId}::uuid, ${upload.name}::text, ${upload.extension}::text,
      ${upload.contentType}::text, ${upload.size}::int, ${upload.sha256}::text, 'PENDING', ${upload.incomingKey}::text,
      ${instant(new Date(Date.now() + POLICY_SECONDS * 1000))}, ${at()}
    from parent where ${pending} < ${MOST_PENDING} and ${withinQuota(applicationId, paper, quota, upload.size)} returning *`,
  );
}

/** Attaches a paper whose bytes were found good: the file and what the act brings, in one transaction under the case's lock. */
export async function attachPaper(
  viewer: Viewer,
  { file, paper }: { file: EvidenceFile; paper: CasePaper },
  copy: Copy,
): Promise<Performed> {
  if (paper === 'information') return attachInformation(viewer, file, copy);
  return perform(viewer, file.applicationId, {
    record: actOf(paper),
    write: async (tx, found, moment) => {
      if (!(await store(tx, file, copy, { paper }, moment))) return { problems: [GONE] };
      const events = await FOLLOWS[paper](tx, found, viewer, moment);
      return { events, data: { file: file.name } } satisfies ActOutcome;
    },
  });
}

/** Nothing was written: the upload was settled or its time was over. The caller says which. */
const GONE = { code: 'UPLOAD_ALREADY_DONE' as const, path: [] };

/** PENDING becomes STORED; what it takes the place of stays as REPLACED. */
async function store(tx: Tx, file: EvidenceFile, copy: Copy, former: Prisma.EvidenceFileWhereInput, moment: Date): Promise<boolean> {
  const { count } = await tx.evidenceFile.updateMany({
    where: { id: file.id, status: 'PENDING', policyExpiresAt: { gt: new Date(Date.now() - GRACE_MS) } },
    data: { status: 'STORED', ...copy, storedAt: moment },
  });
  if (count === 0) return false;
  await tx.evidenceFile.updateMany({
    where: { AND: [former, { applicationId: file.applicationId, status: 'STORED', id: { not: file.id } }] },
    data: { status: 'REPLACED', removedAt: moment },
  });
  return true;
}

type Follow = (tx: Tx, found: Case, viewer: Viewer, moment: Date) => Promise<Occurrence[]>;

const FOLLOWS: Record<Exclude<CasePaper, 'information'>, Follow> = {
  signed_application: async () => [],
  employer_paper: async (tx, { application }, { accountId }, moment) => {
    await tx.employerPaper.update({
      where: { applicationId: application.id },
      data: { status: 'ATTACHED', attachedAt: moment, attachedById: accountId, reason: null },
    });
    return ['employer.confirmed'];
  },
  withdrawal: async (tx, { application }) => {
    await tx.withdrawal.update({ where: { applicationId: application.id }, data: { status: 'ATTACHED' } });
    return [];
  },
  // Another conclusion is another text: whoever signed the former has not signed this one.
  conclusion: async (tx, { application }, { accountId }, moment) => {
    const word = { attachedAt: moment, attachedById: accountId, signedAt: null, agreed: null, remarks: '' };
    await tx.expertConclusion.upsert({
      where: { applicationId: application.id },
      create: { id: newId(), regionId: application.regionId, applicationId: application.id, ...word },
      update: word,
    });
    return [];
  },
};

/**
 * A file beside an answer that is still to be given: it moves nothing, so the case's history does not tell it. It takes the place of what the
 * same person attached to the same answer; what went with an answer already given stays.
 */
function attachInformation(viewer: Viewer, file: EvidenceFile, copy: Copy): Promise<Performed> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw(Prisma.sql`select id from "Application" where id = ${file.applicationId}::uuid for update`);
    const found = await findCase(tx, file.applicationId);
    const problems = found ? paperProblems(found, 'information', viewer) : [GONE];
    if (problems.length > 0) return { problems, application: found?.application ?? null };
    const mine = { applicationId: file.applicationId, answeredById: viewer.accountId };
    const given = await tx.informationRequest.findFirst({ where: mine, orderBy: { answeredAt: 'desc' }, select: { answeredAt: true } });
    const former = {
      paper: 'information',
      uploadedById: viewer.accountId,
      ...(given?.answeredAt && { createdAt: { gt: given.answeredAt } }),
    };
    const stored = await store(tx, file, copy, former, now());
    if (stored) {
      const { id: objectId, applicationId, sha256 } = file;
      await writeAudit(tx, viewer, { action: 'upload_evidence', objectType: 'EvidenceFile', objectId, applicationId, data: { sha256 } });
    }
    return { problems: stored ? [] : [GONE], application: found?.application ?? null };
  });
}
