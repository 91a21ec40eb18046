import { cache } from 'react';
import { MeetingDocument } from '@/gql/graphql';
import { query } from '@/server/api';

/** A meeting with its agenda; once for a page and its title. */
export const loadMeeting = cache((id: string) => query(MeetingDocument, { id }));
