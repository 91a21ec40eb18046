import { machineLabel, toneOf } from '@/domain/labels';
import { mayWithCard } from '@/domain/rights';
import type { EmployeeCardResolvers } from './../../types.generated';
import { cardSections, isOwnCard, namedCardProblems } from '../cards';

/** The region's words for a card are those for what the school confirms. */
const word = (status: string) => (status === 'CONFIRMED' ? 'CONFIRMED' : 'ASKED');

export const EmployeeCard: EmployeeCardResolvers = {
  status: ({ card }) => card.status,
  statusLabel: ({ card, procedure }, _arg, { language }) => machineLabel(procedure, 'employerConfirmation', word(card.status), language),
  statusTone: ({ card }) => toneOf('employerConfirmation', word(card.status)),
  confirmedAt: ({ card }) => card.confirmedAt,
  checkedAt: ({ card }) => card.checkedAt,
  sections: (parent, _arg, { viewer, language }) => cardSections(parent, viewer, language),
  problems: (parent, _arg, { language }) => namedCardProblems(parent, language),
  canConfirm: (parent, _arg, { viewer }) =>
    mayWithCard(viewer?.role, 'confirm_card') && isOwnCard(parent, viewer) && parent.card.status !== 'CONFIRMED',
  canCheck: (parent, _arg, { viewer }) =>
    mayWithCard(viewer?.role, 'check_card') && isOwnCard(parent, viewer) && parent.card.checkedAt === null,
};
