import { entryCells, entryText } from '@/domain/evidence';
import type { EvidenceEntryResolvers } from './../../types.generated';

export const EvidenceEntry: EvidenceEntryResolvers = {
  id: ({ row }) => row.id,
  indicatorId: ({ row }) => row.indicatorId,
  value: ({ row }) => row.value,
  text: ({ row, shape }, _arg, { language }) => (shape ? entryText(shape, row.value, language) : ''),
  cells: ({ row, shape }, _arg, { language }) => (shape ? entryCells(shape, row.value, language) : []),
  version: ({ row }) => row.version,
  updatedAt: ({ row }) => row.updatedAt,
};
