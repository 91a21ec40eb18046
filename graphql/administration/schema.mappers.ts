import type { AuditEntry } from '../../src/generated/prisma/client';

/** The clock has no row: its fields read the process's own. */
export type ClockMapper = Record<string, never>;
export type AuditEntryMapper = AuditEntry;
