'use client';
import { useMemo } from 'react';
import { RemoveEvidenceEntryDocument, RestoreEvidenceEntryDocument, SaveEvidenceEntryDocument } from '@/gql/graphql';
import { request } from '@/ui/request';
import { EntryEditor } from './entry-editor';
import type { EntryAnswer, EntryIo } from './entry-saver';
import type { EntryIndicator, StoredEntry } from './entry-typed';

interface CaseEntriesProps {
  applicationId: string;
  indicator: EntryIndicator;
  label: string;
  entries: readonly StoredEntry[];
}

/** The entries of one indicator of the teacher's own case. */
export function CaseEntries({ applicationId, indicator, label, entries }: CaseEntriesProps) {
  const io = useMemo((): EntryIo => {
    const answer = ({ problems, entry }: { problems: EntryAnswer['problems']; entry?: EntryAnswer['entry'] | null }): EntryAnswer => ({
      problems,
      entry: entry ?? null,
    });
    return {
      async save({ id, version, value }, leaving) {
        const input = { applicationId, indicatorId: indicator.id, entryId: id, version, value };
        return answer((await request(SaveEvidenceEntryDocument, { input }, undefined, leaving)).saveEvidenceEntry);
      },
      remove: async (id) => (await request(RemoveEvidenceEntryDocument, { id })).removeEvidenceEntry,
      restore: async (id) => answer((await request(RestoreEvidenceEntryDocument, { id })).restoreEvidenceEntry),
    };
  }, [applicationId, indicator.id]);
  return <EntryEditor place={applicationId} indicator={indicator} label={label} entries={entries} io={io} />;
}
