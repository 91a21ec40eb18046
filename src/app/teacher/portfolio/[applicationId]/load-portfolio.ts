import { cache } from 'react';
import { readFragment } from '@/gql';
import { EvidenceFiles_FileFragmentDoc, PortfolioPageDocument, type PortfolioPageQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { query } from '@/server/api';

/** The case with its portfolio, read once per request. */
export const loadPortfolio = cache(async (id: string) => {
  const { application, region } = await query(PortfolioPageDocument, { id });
  // Results have no prototype, and client components take plain objects only.
  return { application: structuredClone(application ?? null), zone: region?.timezone ?? 'UTC' };
});

export type Portfolio = NonNullable<NonNullable<PortfolioPageQuery['application']>['portfolio']>;
export type Section = Portfolio['sections'][number];
export type Indicator = Section['indicators'][number];
export type Gate = Portfolio['gates'][number];

/** The files of an indicator, those that count and those that were taken away. */
export const filesOf = (indicator: Indicator) => ({
  files: readFragment(EvidenceFiles_FileFragmentDoc, indicator.files),
  removedFiles: readFragment(EvidenceFiles_FileFragmentDoc, indicator.removedFiles),
});

export const termOf = (portfolio: Portfolio) => readFragment(Term_DeadlineFragmentDoc, portfolio.deadline) ?? null;

/** Counts over the sections, for progress lines and the question before sending. */
export function countsOf(portfolio: Portfolio) {
  const indicators = portfolio.sections.flatMap((section) => section.indicators.map(filesOf));
  const having = (status: string) => indicators.reduce((sum, { files }) => sum + files.filter((f) => f.status === status).length, 0);
  const sum = (key: 'filled' | 'total') => portfolio.sections.reduce((all, section) => all + section[key], 0);
  return { filled: sum('filled'), total: sum('total'), files: having('STORED'), refused: having('REJECTED') };
}
