import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { makeAddress } from '@/server/files/address';
import type { MutationResolvers } from './../../../types.generated';
import { closedFileProblem } from '../../evidence';
import { openFile } from '../../openEvidenceFile.sql';
import { findReadableFile } from '../../readableFile';

export const openEvidenceFile: NonNullable<MutationResolvers['openEvidenceFile']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const file = (await findReadableFile(context, input.id)) ?? notFound();
  const closed = closedFileProblem(viewer, file);
  if (closed) return { problems: [closed] };
  const { storedKey: key, ...opened } = (await openFile(viewer, file, input.as)) ?? notFound();
  const { url, expiresAt } = makeAddress({ key, ...opened }, input.as);
  return { problems: [], address: url, expiresAt };
};
