import { isIn, PORTFOLIO_OPEN } from '@/domain/case/groups';
import { shownExtensions } from '@/domain/fileKinds';
import { caseFileQuota } from '@/domain/fileQuota';
import { machineLabel, toneOf } from '@/domain/labels';
import { type ApplicationStatus, isClosed } from '@/domain/procedure/vocabulary';
import { portfolioWords } from '@/messages/gateWords';
import type { PortfolioResolvers } from './../../types.generated';
import { gatesOf } from '../gates';
import type { PortfolioMapper } from '../schema.mappers';
import { evidenceReader, isEditable, sectionsOf, standsClosed } from '../sections';

const handedIn = ({ procedure }: PortfolioMapper) =>
  procedure.transitions.some((t) => t.action === 'submit_portfolio' && t.actor !== 'SYSTEM');

export const Portfolio: PortfolioResolvers = {
  status: ({ row }) => row.status,
  statusLabel: (parent, _arg, { language }) =>
    standsClosed(parent)
      ? portfolioWords(language)(handedIn(parent) ? 'notSent' : 'closed')
      : machineLabel(parent.procedure, 'portfolio', parent.row.status, language),
  statusTone: (parent) => (standsClosed(parent) ? 'calm' : toneOf('portfolio', parent.row.status)),
  title: ({ procedure, form }, _arg, { language }) => (form?.title ?? procedure.portfolio.label)[language],
  submitLabel: ({ procedure }, _arg, { language }) => procedure.portfolio.submitLabel[language],
  createdAt: ({ row }) => row.createdAt,
  sentAt: ({ row }) => row.sentAt,
  editable: (parent, _arg, { viewer }) => isEditable(parent, viewer),
  teacherMayEdit: ({ procedure }) => procedure.portfolio.teacherMayEdit !== false,
  handedIn,
  editableWhile: ({ procedure }, _arg, { language }) => [
    ...new Set(procedure.statuses.application.filter((s) => s.may?.includes('edit_portfolio')).map((s) => s.label[language])),
  ],
  sections: async (parent, _arg, context) => sectionsOf(parent, await evidenceReader(parent, context), context),
  readable: async (parent, _arg, context) => {
    const reads = await evidenceReader(parent, context);
    return (parent.form?.sections ?? []).some((section) => section.indicators.some(({ id }) => reads(id)));
  },
  gates: async (parent, _arg, { viewer, language, loaders }) => {
    if (!viewer || !isIn(parent.row.status, PORTFOLIO_OPEN)) return [];
    // Its teacher sees them while he may write; whoever else sends it by the region's file, while the case is open.
    if (viewer.role === 'TEACHER' ? !isEditable(parent, viewer) : isClosed(parent.application.status as ApplicationStatus)) return [];
    const found = await loaders.case.load(parent.application.id);
    return found ? gatesOf(found, viewer, language) : [];
  },
  deadline: async ({ application }, _arg, { loaders }) => {
    const found = await loaders.case.load(application.id);
    const row = found?.application.deadlines.find(
      (term) => term.status === 'RUNNING' && found.procedure.deadlines.find((t) => t.id === term.termId)?.metBy?.includes('portfolio.sent'),
    );
    return found && row ? { row, procedure: found.procedure } : null;
  },
  maxBytes: ({ procedure }) => procedure.portfolio.fileLimits.maxBytes,
  extensions: ({ procedure }) => shownExtensions(procedure.portfolio.fileLimits.extensions),
  filesPerIndicator: ({ procedure }) => procedure.portfolio.fileLimits.filesPerIndicator,
  usedBytes: ({ row }) => row.usedBytes,
  quotaBytes: ({ procedure, form }) => caseFileQuota(procedure, form).bytes,
};
