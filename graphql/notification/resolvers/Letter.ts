import { roleLabel } from '@/domain/labels';
import type { ActorRole } from '@/domain/procedure/vocabulary';
import type { LetterResolvers } from './../../types.generated';

export const Letter: LetterResolvers = {
  id: ({ row }) => row.id,
  subject: ({ row }) => row.subject,
  recipientLabel: ({ row, procedure }, _arg, { language }) => roleLabel(procedure, row.role as ActorRole, language),
  status: ({ row }) => row.status,
  createdAt: ({ row }) => row.createdAt,
  sentAt: ({ row }) => row.sentAt,
};
