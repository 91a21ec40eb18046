import { cache } from 'react';
import { readFragment } from '@/gql';
import {
  Entry_EntryFragmentDoc,
  EntryIndicator_IndicatorFragmentDoc,
  EvidenceFiles_FileFragmentDoc,
  PortfolioPageDocument,
  type PortfolioPageQuery,
  ShownEntry_EntryFragmentDoc,
  Term_DeadlineFragmentDoc,
} from '@/gql/graphql';
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

/** Every file record of the portfolio, with what has become of it. */
export const recordsOf = (portfolio: Portfolio) =>
  portfolio.sections.flatMap((section) =>
    section.indicators.flatMap((indicator) => filesOf(indicator).files.map(({ id, status }) => ({ id, status }))),
  );

/** How the entries of an indicator are written, and those that count: to be changed, and to be read. */
export const entriesOf = (indicator: Indicator) => ({
  asked: readFragment(EntryIndicator_IndicatorFragmentDoc, indicator),
  stored: readFragment(Entry_EntryFragmentDoc, indicator.entries),
  shown: readFragment(ShownEntry_EntryFragmentDoc, indicator.entries),
});

/** Whether an indicator takes files. */
export const takesFiles = (indicator: Indicator): boolean => entriesOf(indicator).asked.input.startsWith('file');

export const termOf = (portfolio: Portfolio) => readFragment(Term_DeadlineFragmentDoc, portfolio.deadline) ?? null;

/** Uploads of a section that were refused and not put away. */
export const refusedIn = (section: Section): number =>
  section.indicators.reduce((sum, indicator) => sum + filesOf(indicator).files.filter((f) => f.status === 'REJECTED').length, 0);

/** Counts over the sections, for progress lines and the question before sending. */
export function countsOf(portfolio: Portfolio) {
  const stored = portfolio.sections.flatMap((s) => s.indicators.flatMap((i) => filesOf(i).files.filter((f) => f.status === 'STORED')));
  const sum = (key: 'filled' | 'total') => portfolio.sections.reduce((all, section) => all + section[key], 0);
  return {
    filled: sum('filled'),
    total: sum('total'),
    files: stored.length,
    entries: portfolio.sections.reduce((all, s) => all + s.indicators.reduce((sum, i) => sum + i.entries.length, 0), 0),
    refused: portfolio.sections.reduce((all, section) => all + refusedIn(section), 0),
  };
}
