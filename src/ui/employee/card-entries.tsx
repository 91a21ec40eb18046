'use client';
import { useMemo } from 'react';
import { RemoveCardEntryDocument, SaveCardEntryDocument } from '@/gql/graphql';
import { EntryEditor } from '@/ui/evidence/entry-editor';
import type { EntryIo } from '@/ui/evidence/entry-saver';
import type { EntryIndicator, StoredEntry } from '@/ui/evidence/entry-typed';
import { request } from '@/ui/request';

interface CardEntriesProps {
  employeeId: string;
  indicator: EntryIndicator;
  label: string;
  entries: readonly StoredEntry[];
}

/** The entries of one indicator of a card the school fills. */
export function CardEntries({ employeeId, indicator, label, entries }: CardEntriesProps) {
  const io = useMemo(
    (): EntryIo => ({
      async save({ id, version, value }, leaving) {
        const input = { employeeId, indicatorId: indicator.id, entryId: id, version, value };
        const { problems, entry } = (await request(SaveCardEntryDocument, { input }, undefined, leaving)).saveCardEntry;
        return { problems, entry: entry ?? null };
      },
      remove: async (id) => (await request(RemoveCardEntryDocument, { id })).removeCardEntry,
    }),
    [employeeId, indicator.id],
  );
  return <EntryEditor place={`card-${employeeId}`} indicator={indicator} label={label} entries={entries} io={io} />;
}
