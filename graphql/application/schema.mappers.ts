import type { Procedure } from '../../src/domain/procedure/shape';
import type { Application, Deadline, TimelineEntry } from '../../src/generated/prisma/client';

export type ApplicationMapper = Application;
export interface DeadlineMapper {
  row: Deadline;
  procedure: Procedure;
}
export interface TimelineEntryMapper {
  row: TimelineEntry;
  application: Application;
}

export interface ApplicationConnectionMapper {
  edges: { cursor: string; node: Application }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  count: () => Promise<number>;
}
