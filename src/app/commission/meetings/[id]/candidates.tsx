'use client';
import { CalendarPlus } from 'lucide-react';
import { PutApplicationOnAgendaDocument } from '@/gql/graphql';
import { ChosenCases } from '@/ui/case/chosen-cases';
import { request } from '@/ui/request';
import type { AgendaCase } from './agenda';

/** Cases that are ready for this meeting: chosen ones go on its agenda. */
export function Candidates({ meetingId, cases }: { meetingId: string; cases: readonly AgendaCase[] }) {
  return (
    <ChosenCases
      words="commission.candidates"
      cases={cases.map((c) => ({ ...c, about: [c.category?.label, c.position?.label, c.organisation?.name] }))}
      base="/commission/applications"
      icon={<CalendarPlus />}
      size="s"
      act={async (applicationId) =>
        (await request(PutApplicationOnAgendaDocument, { applicationId, meetingId })).putApplicationOnAgenda.problems
      }
    />
  );
}
