import type { EvidenceFileResolvers } from './../../types.generated';
import { refusalOf, statusOf, virusCheckOf } from '../evidence';

export const EvidenceFile: EvidenceFileResolvers = {
  status: (file) => statusOf(file),
  problem: (file) => refusalOf(file),
  virusCheck: (file) => virusCheckOf(file),
};
