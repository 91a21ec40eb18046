import type { Meeting } from '../../src/generated/prisma/client';

export type MeetingMapper = Meeting;
