import { cache } from 'react';
import { EMPLOYER_CONFIRMED, PAPER_ATTACHED } from '@/domain/case/groups';
import { type ApplicationFilter, SchoolRuleDocument } from '@/gql/graphql';
import { query } from '@/server/api';

/** What a school may be asked in a case of its teacher; where it keeps cards or does nothing no case waits for it. */
const ASKING = ['confirm_facts', 'sign_portfolio', 'analytical_note'] as const;
export type AskingMode = (typeof ASKING)[number];

/** What the region's procedure asks of the school, and the viewer's role in it. */
export const schoolRule = cache(async () => {
  const { region, viewer } = await query(SchoolRuleDocument, {});
  const mode = region?.employer.mode ?? 'none';
  return {
    role: viewer?.role ?? null,
    zone: region?.timezone ?? 'UTC',
    label: region?.employer.label ?? '',
    keepsCards: mode === 'card_prefilled',
    asks: ASKING.find((known) => known === mode) ?? null,
  };
});

export type AnswerState = 'waiting' | 'disputed' | 'confirmed';

/** Cases by what the school has answered. */
export function answerFilters(mode: AskingMode): Record<AnswerState, ApplicationFilter> {
  if (mode === 'analytical_note')
    return {
      waiting: { awaitsSchool: true },
      disputed: { employerPaper: ['RETURNED'], open: true },
      confirmed: { employerPaper: [...PAPER_ATTACHED] },
    };
  return {
    waiting: { awaitsSchool: true },
    disputed: { employerConfirmation: ['DISPUTED'], open: true },
    confirmed: { employerConfirmation: [...EMPLOYER_CONFIRMED] },
  };
}
