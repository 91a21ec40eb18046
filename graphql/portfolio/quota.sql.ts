import type { FileQuota } from '@/domain/fileQuota';
import { type Problem, problem } from '@/domain/problems';
import { Prisma, prisma } from '@/server/prisma';
import { instant } from './writes.sql';

/**
 * Files of a case that count together: those of one paper, or (null) all that its teacher uploads. A file takes its place as long as its bytes
 * lie in the store or may still be posted there: cancelling an upload does not end its policy.
 */
const usage = (applicationId: string, paper: string | null) => {
  const now = instant(new Date());
  return Prisma.sql`select
      coalesce(sum(x.size) filter (where x."storedKey" is not null or x."policyExpiresAt" > ${now}), 0)::float8 as bytes,
      count(*) filter (where x."policyExpiresAt" > ${now})::int as uploads
    from "EvidenceFile" x where x."applicationId" = ${applicationId}::uuid and x.paper is not distinct from ${paper}::text`;
};

/** True in a statement while one more file of `size` bytes is within the quota; exact behind the case's lock for evidence. */
export const withinQuota = (applicationId: string, paper: string | null, quota: FileQuota, size: number) =>
  Prisma.sql`(select u.bytes + ${size}::float8 <= ${quota.bytes}::float8 and u.uploads < ${quota.uploads} from (${usage(applicationId, paper)}) u)`;

/** Which quota one more file of `size` bytes does not fit in; null when it does. */
export async function quotaProblem(
  applicationId: string,
  paper: string | null,
  quota: FileQuota,
  size: number,
  path: string[],
): Promise<Problem | null> {
  const [used] = await prisma.$queryRaw<{ bytes: number; uploads: number }[]>(usage(applicationId, paper));
  if (!used) return null;
  if (used.bytes + size > quota.bytes) return problem('QUOTA_OF_CASE', path, { size: used.bytes, max: quota.bytes });
  return used.uploads >= quota.uploads ? problem('QUOTA_OF_UPLOADS', path) : null;
}
