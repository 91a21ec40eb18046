import { birthIn, fieldVisible } from '@/domain/applicationForm';
import type { Facts } from '@/domain/case/facts';
import { PORTFOLIO_OPEN } from '@/domain/case/groups';
import type { Day } from '@/domain/days';
import { type EntryShape, entryShape } from '@/domain/evidence';
import { canonicalExtensions } from '@/domain/fileKinds';
import { caseFileQuota, type FileQuota } from '@/domain/fileQuota';
import { indicatorAsked } from '@/domain/portfolio';
import type { Form, Procedure } from '@/domain/procedure/shape';
import { PORTFOLIO_STATUSES } from '@/domain/procedure/vocabulary';

/** Where a file belongs, the limits the procedure sets there, and when its teacher may change what lies there. */
export interface Slot {
  applicationId: string;
  indicatorId: string | null;
  fieldId: string | null;
  /** Whether this place is asked of this application at all. */
  asked: boolean;
  max: number;
  maxBytes: number;
  /** What all files of the case may take together. */
  quota: FileQuota;
  /** jpg stands for jpeg too. */
  extensions: string[];
  /** Statuses of the application in which files may be added, replaced, removed. */
  statuses: string[];
  /** Statuses of the portfolio that let it, or null where the portfolio has no say. */
  portfolioStatuses: string[] | null;
}

/** Where entries of an indicator belong: when its teacher may write there, and how. */
export interface EntrySlot {
  applicationId: string;
  indicatorId: string;
  asked: boolean;
  /** The day of birth that the application states. */
  birth: Day | null;
  shape: EntryShape;
  max: number;
  statuses: string[];
  portfolioStatuses: string[] | null;
}

interface Place {
  indicatorId: string | null;
  fieldId: string | null;
}

type Owner = { id: string; values: unknown };

/** The place that exactly one of indicator and field names; null when the procedure knows no such place for files. */
export function findSlot(application: Owner, procedure: Procedure, form: Form | null, place: Place): Slot | null {
  if ((place.indicatorId === null) === (place.fieldId === null)) return null;
  return place.indicatorId === null
    ? findFieldSlot(application, procedure, form, place.fieldId ?? '')
    : findIndicatorSlot(application, procedure, form, place.indicatorId);
}

const statusesThatLet = (procedure: Procedure, what: string) =>
  procedure.statuses.application.filter((words) => words.may?.some((act) => act === what)).map((words) => words.status);

function findIndicatorSlot(application: Owner, procedure: Procedure, form: Form | null, indicatorId: string): Slot | null {
  const indicator = form?.sections.flatMap((section) => section.indicators).find((known) => known.id === indicatorId);
  if (!indicator?.input.startsWith('file')) return null;
  const { fileLimits } = procedure.portfolio;
  return {
    applicationId: application.id,
    indicatorId,
    fieldId: null,
    asked: indicatorAsked(indicator, application.values as Facts['values']),
    max: fileLimits.filesPerIndicator,
    maxBytes: fileLimits.maxBytes,
    quota: caseFileQuota(procedure, form),
    extensions: canonicalExtensions(fileLimits.extensions),
    ...openWhile(procedure),
  };
}

/** When the teacher may change the evidence; the same rule as portfolioEditable. */
const openWhile = (procedure: Procedure) => ({
  statuses: procedure.portfolio.teacherMayEdit === false ? [] : statusesThatLet(procedure, 'edit_portfolio'),
  portfolioStatuses: procedure.portfolio.lockOnSubmit ? [...PORTFOLIO_OPEN] : [...PORTFOLIO_STATUSES],
});

/** The place of an indicator's entries; null where the form knows none. */
export function findEntrySlot(application: Owner, procedure: Procedure, form: Form | null, indicatorId: string): EntrySlot | null {
  const indicator = form?.sections.flatMap((section) => section.indicators).find((known) => known.id === indicatorId);
  const shape = form && indicator ? entryShape(form, indicator) : null;
  if (!indicator || !shape) return null;
  const values = application.values as Facts['values'];
  const asked = indicatorAsked(indicator, values);
  return {
    applicationId: application.id,
    indicatorId,
    asked,
    birth: birthIn(procedure, values),
    shape,
    max: shape.max,
    ...openWhile(procedure),
  };
}

function findFieldSlot(application: Owner, procedure: Procedure, form: Form | null, fieldId: string): Slot | null {
  const field = procedure.application.fields.find((known) => known.id === fieldId);
  if (field?.type !== 'file' && field?.type !== 'files') return null;
  const { fileLimits } = procedure.portfolio;
  return {
    applicationId: application.id,
    indicatorId: null,
    fieldId,
    asked: fieldVisible(field, application.values as Facts['values']),
    max: field.type === 'file' ? 1 : fileLimits.filesPerIndicator,
    maxBytes: fileLimits.maxBytes,
    quota: caseFileQuota(procedure, form),
    extensions: canonicalExtensions(field.accept ?? fileLimits.extensions),
    statuses: statusesThatLet(procedure, 'edit_application'),
    portfolioStatuses: null,
  };
}
