import { mayShowInline } from '@/server/storage/inspect/kinds';
import { signDownload } from '@/server/storage/presign';
import type { EvidenceFileResolvers } from './../../types.generated';
import { refusalOf, statusOf } from '../evidence';

const FIVE_MINUTES = 300;

export const EvidenceFile: EvidenceFileResolvers = {
  status: (file) => statusOf(file),
  problem: (file) => refusalOf(file),
  downloadUrl: async ({ storedKey, status, name, contentType }) =>
    storedKey && status === 'STORED'
      ? signDownload({ key: storedKey, fileName: name, contentType, disposition: 'attachment', expiresInSeconds: FIVE_MINUTES })
      : null,
  openUrl: async ({ storedKey, status, name, contentType }) =>
    storedKey && status === 'STORED' && mayShowInline(contentType)
      ? signDownload({ key: storedKey, fileName: name, contentType, disposition: 'inline', expiresInSeconds: FIVE_MINUTES })
      : null,
};
