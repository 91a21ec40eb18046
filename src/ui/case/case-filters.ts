import { EMPLOYER_ASKED, EMPLOYER_CONFIRMED } from '@/domain/case/groups';
import type { ApplicationFilter, ApplicationSort, ApplicationStatus } from '@/gql/graphql';

/** Search parameters of a list of cases; everything the list shows follows from them. */
export interface CaseListParams {
  q: string;
  status: string;
  municipality: string;
  experts: string;
  employer: string;
  term: string;
  meeting: string;
  sort: string;
  after: string;
}

type Raw = Record<string, string | string[] | undefined>;

const KEYS = ['q', 'status', 'municipality', 'experts', 'employer', 'term', 'meeting', 'sort', 'after'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The parameters of an address; what is missing is empty. */
export function readParams(raw: Raw): CaseListParams {
  const one = (key: string) => {
    const value = raw[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  };
  return Object.fromEntries(KEYS.map((key) => [key, one(key)])) as unknown as CaseListParams;
}

const SORTS: Record<string, ApplicationSort> = { name: 'NAME_ASC', number: 'NUMBER_ASC', changed: 'CHANGED_DESC' };
/** The sort the address asks for; the most urgent first without one. */
export const sortOf = ({ sort }: CaseListParams): ApplicationSort => SORTS[sort] ?? 'TERM_ASC';

export const EXPERTS = ['missing', 'enough', 'lost'] as const;
export const TERMS = ['overdue', 'week'] as const;
/** Employer's answers that one choice of the filter stands for. */
export const EMPLOYER = {
  waiting: EMPLOYER_ASKED.join(','),
  disputed: 'DISPUTED',
  confirmed: EMPLOYER_CONFIRMED.join(','),
} as const;

/** The API's filter for an address; words it does not know are left out. */
export function filterOf(params: CaseListParams, known: readonly string[]): ApplicationFilter {
  const statuses = params.status.split(',').filter((status): status is ApplicationStatus => known.includes(status));
  const employer = params.employer.split(',').filter((status) => Object.values(EMPLOYER).join(',').split(',').includes(status));
  return {
    ...(params.q && { search: params.q }),
    // A link asks for stages; the filter for a word of the region.
    ...(statuses.length > 0 ? { status: statuses } : params.status && { statusLabel: params.status }),
    ...(UUID.test(params.municipality) && { municipalityId: params.municipality }),
    ...(UUID.test(params.meeting) && { meetingId: params.meeting }),
    ...(params.experts === 'missing' && { needsExperts: true }),
    ...(params.experts === 'enough' && { needsExperts: false }),
    ...(params.experts === 'lost' && { openConflict: true }),
    ...(params.term === 'overdue' && { overdue: true }),
    ...(params.term === 'week' && { open: true, dueWithinDays: 7 }),
    // Whoever waits for an answer waits for it in a case that goes on.
    ...(employer.length > 0 && { employerConfirmation: employer, ...(employer.includes('CONFIRMED') ? {} : { open: true }) }),
  };
}

/** Address of the list with some parameters changed; the page of the list never stays. */
export function hrefOf(action: string, params: CaseListParams, change: Partial<CaseListParams>): string {
  const wanted = KEYS.flatMap((key): [string, string][] => {
    const value = key in change ? change[key] : key === 'after' ? '' : params[key];
    return value ? [[key, value]] : [];
  });
  return wanted.length > 0 ? `${action}?${new URLSearchParams(wanted)}` : action;
}

/** Whether anything but the order narrows the list. */
export const isFiltered = (params: CaseListParams): boolean => KEYS.some((key) => key !== 'sort' && key !== 'after' && params[key]);
