import type { Procedure } from '../../src/domain/procedure/shape';
import type { Application, Deadline, TimelineEntry } from '../../src/generated/prisma/client';

export type ApplicationMapper = Application;
export interface DeadlineMapper {
  row: Deadline;
  procedure: Procedure;
}
/** What a case was called: a status and which of its words (domain/labels.ts). */
export interface Called {
  status: string;
  wording: string;
}
export interface TimelineEntryMapper {
  row: TimelineEntry;
  /** Before and after this line, where that is known. */
  from: Called | null;
  to: Called | null;
  application: Application;
}

export interface ApplicationConnectionMapper {
  edges: { cursor: string; node: Application }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  count: () => Promise<number>;
}
