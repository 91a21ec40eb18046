import type { Facts } from '@/domain/case/facts';
import { FILE_REMOVED, FILE_UNFINISHED, isIn } from '@/domain/case/groups';
import {
  countFilled,
  indicatorAsked,
  portfolioEditable,
  portfolioProgress,
  portfolioStandsClosed,
  type SectionProgress,
} from '@/domain/portfolio';
import type { ApplicationStatus, PortfolioStatus } from '@/domain/procedure/vocabulary';
import { mayReadEvidence } from '@/domain/rights';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { readerOf } from '@/server/reading';
import { isExpired } from './evidence';
import { indicatorFields, numberedIndicators } from './indicators';
import type { PortfolioMapper } from './schema.mappers';

const valuesOf = ({ application }: PortfolioMapper) => application.values as Facts['values'];

/** What the rules ask about a portfolio, from its row, files and entries alone. */
function factsOf({ row, files, entries, ...parent }: PortfolioMapper): Pick<Facts, 'status' | 'values' | 'portfolio'> {
  const pending = new Set<string>();
  for (const { indicatorId, status, ...file } of files) {
    if (indicatorId && status === 'PENDING' && !isExpired({ status, ...file })) pending.add(indicatorId);
  }
  const ofFiles = countBy(files.flatMap(({ status, indicatorId }) => (status === 'STORED' && indicatorId ? [indicatorId] : [])));
  const ofEntries = countBy(entries.flatMap(({ removedAt, indicatorId }) => (removedAt === null ? [indicatorId] : [])));
  return {
    status: parent.application.status as ApplicationStatus,
    values: parent.application.values as Facts['values'],
    portfolio: { status: row.status as PortfolioStatus, ...countFilled(parent.form, ofFiles, ofEntries), pending: [...pending] },
  };
}

function countBy(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

const isOwner = ({ application }: PortfolioMapper, viewer: Viewer | null) =>
  viewer?.role === 'TEACHER' && viewer.accountId === application.accountId;

/** Whether the viewer may add, replace and remove evidence now. */
export function isEditable(parent: PortfolioMapper, viewer: Viewer | null): boolean {
  return isOwner(parent, viewer) && portfolioEditable(parent.procedure, factsOf(parent));
}

/** Whether it was not sent and can no longer be changed, whoever looks. */
export const standsClosed = (parent: PortfolioMapper): boolean => portfolioStandsClosed(parent.procedure, factsOf(parent));

/** Indicators that still need evidence before the section is complete: the required ones and those half given, else any one of an empty section. */
export function missingIn({ required, requiredFilled, filled, total, unfinished }: SectionProgress): number {
  return Math.max(required - requiredFilled + unfinished, total > 0 && filled === 0 ? 1 : 0);
}

/** Which indicators' evidence the viewer reads: by his right in the case (domain/rights.ts). */
export async function evidenceReader({ application }: PortfolioMapper, context: GraphQLContext): Promise<(indicatorId: string) => boolean> {
  const found = await context.loaders.case.load(application.id);
  if (!found || !context.viewer) return () => false;
  const reader = readerOf(context.viewer, found);
  return (indicatorId) => mayReadEvidence(found, reader, indicatorId);
}

/** The sections with what is asked and, where the viewer reads it, what is there; unfinished, refused and removed evidence only for the teacher while he may edit. */
export function sectionsOf(
  parent: PortfolioMapper,
  reads: (indicatorId: string) => boolean,
  { viewer, language }: Pick<GraphQLContext, 'viewer' | 'language'>,
) {
  const { form } = parent;
  if (!form) return [];
  const numbered = numberedIndicators(form);
  const own = isEditable(parent, viewer);
  const present = (file: EvidenceFile) => file.status === 'STORED' || (own && isIn(file.status, FILE_UNFINISHED));
  const removed = (file: EvidenceFile) => own && isIn(file.status, FILE_REMOVED);
  return portfolioProgress(form, factsOf(parent)).map((progress) => ({
    id: progress.section.id,
    no: progress.section.no,
    label: progress.section.label[language],
    filled: progress.filled,
    total: progress.total,
    requiredLeft: missingIn(progress),
    complete: progress.complete,
    indicators: progress.section.indicators
      .filter((indicator) => indicatorAsked(indicator, valuesOf(parent)))
      .map((indicator) => {
        const readable = reads(indicator.id);
        const files = readable ? parent.files.filter((file) => file.indicatorId === indicator.id) : [];
        const fields = indicatorFields(form, { no: numbered.get(indicator.id)?.no ?? '', indicator }, parent.entries, language, readable);
        const removedEntries = own ? fields.removedEntries : [];
        return { ...fields, removedEntries, files: files.filter(present), removedFiles: files.filter(removed) };
      }),
  }));
}
