import { mayShowInline } from '@/server/storage/inspect/kinds';
import { signDownload } from '@/server/storage/presign';
import type { EvidenceFileResolvers } from './../../types.generated';
import { isReadable, refusalOf, statusOf, virusCheckOf } from '../evidence';

const FIVE_MINUTES = 300;

export const EvidenceFile: EvidenceFileResolvers = {
  status: (file) => statusOf(file),
  problem: (file) => refusalOf(file),
  virusCheck: (file) => virusCheckOf(file),
  downloadUrl: async (file) =>
    file.storedKey && isReadable(file)
      ? signDownload({
          key: file.storedKey,
          fileName: file.name,
          contentType: file.contentType,
          disposition: 'attachment',
          expiresInSeconds: FIVE_MINUTES,
        })
      : null,
  openUrl: async (file) =>
    file.storedKey && isReadable(file) && mayShowInline(file.contentType)
      ? signDownload({
          key: file.storedKey,
          fileName: file.name,
          contentType: file.contentType,
          disposition: 'inline',
          expiresInSeconds: FIVE_MINUTES,
        })
      : null,
};
