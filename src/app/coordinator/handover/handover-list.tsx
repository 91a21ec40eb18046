'use client';
import { Send } from 'lucide-react';
import { HandOverConclusionDocument, type HandoverQuery } from '@/gql/graphql';
import { ChosenCases } from '@/ui/case/chosen-cases';
import { Chip } from '@/ui/kit/chip';
import { request } from '@/ui/request';

type Case = HandoverQuery['applications']['edges'][number]['node'];

/** Verified cases: chosen ones are handed over to the centre. */
export function HandoverList({ cases }: { cases: readonly Case[] }) {
  return (
    <ChosenCases
      words="operator.handover"
      cases={cases.map(({ id, fullName, number, category, position, organisation, verdict }) => ({
        id,
        fullName,
        about: [number && `№ ${number}`, category?.label, position?.label, organisation?.name],
        aside: verdict ? <Chip tone="ink">{verdict.label}</Chip> : null,
      }))}
      base="/coordinator/applications"
      icon={<Send />}
      act={async (id) => (await request(HandOverConclusionDocument, { id })).handOverConclusion.problems}
    />
  );
}
