import { readFragment } from '@/gql';
import {
  SaveRecommendationsDocument,
  SaveScoreDocument,
  type ScoreSheet_AssignmentFragment,
  type ScoreSheet_CriterionFragment,
  ShownEntry_EntryFragmentDoc,
} from '@/gql/graphql';
import { request, SessionEnded } from '@/ui/request';
import { type Content, createSlot, type Outcome, type Slot, type SlotView, type Stored } from './slot';

export type Sheet = NonNullable<ScoreSheet_AssignmentFragment['sheet']>;
export type Criterion = ScoreSheet_CriterionFragment;
export type Views = Readonly<Record<string, SlotView>>;
export const RECOMMENDATIONS = 'recommendations';

/** The indicators behind a criterion, with what is written and attached there. */
export const indicatorsOf = (criterion: Criterion) =>
  criterion.indicators.map((indicator) => ({ ...indicator, entries: readFragment(ShownEntry_EntryFragmentDoc, indicator.entries) }));

type Left = Record<string, Content & { version: number }>;
type Problems = readonly { code: string; message: string }[];

/** Refusals after which the whole sheet takes nothing: the page shows why. */
const CLOSED = ['SHEET_FINAL', 'ASSIGNMENT_CLOSED', 'WRONG_STATUS'];

const storedOf = (score: NonNullable<Criterion['score']>): Stored => ({ ...score, value: score.value ?? '' });
const refusal = (problems: Problems): Outcome | null => {
  const problem = problems.find((p) => p.code !== 'STALE_VERSION');
  return problem ? { kind: 'refused', message: problem.message, closed: CLOSED.includes(problem.code) } : null;
};

export type SheetStore = ReturnType<typeof createSheetStore>;

/** The cells and the recommendations of one sheet, each saving itself; what is not acknowledged waits in this tab's storage. */
export function createSheetStore({
  assignmentId,
  sheet,
  criteria,
  storage,
  closed,
}: {
  assignmentId: string;
  sheet: Sheet;
  criteria: readonly Criterion[];
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  closed: () => void;
}) {
  const key = `attesta:sheet:${assignmentId}`;
  const left = sheet.editable ? readLeft(storage, key) : {};
  const listeners = new Set<() => void>();
  let views: Views = {};
  const slots = new Map<string, Slot>();

  const changed = () => {
    views = Object.fromEntries([...slots].map(([id, slot]) => [id, slot.view()]));
    for (const listener of listeners) listener();
  };
  const add = (id: string, stored: Stored | null, send: (content: Content, version: number) => Promise<Outcome>) => {
    const keep = (content: Left[string] | null) => {
      if (content) left[id] = content;
      else delete left[id];
      if (Object.keys(left).length) storage?.setItem(key, JSON.stringify(left));
      else storage?.removeItem(key);
    };
    const ended = (error: unknown) => error instanceof SessionEnded;
    slots.set(id, createSlot({ stored, left: left[id] ?? null, send, keep, changed, closed, ended }));
  };

  for (const { id, kind, score } of criteria) {
    if (kind === 'leaf') add(id, score ? storedOf(score) : null, sendScore(assignmentId, id));
  }
  const { recommendations: value, recommendationsVersion: version } = sheet;
  add(RECOMMENDATIONS, { value, comment: '', version, updatedAt: '' }, sendRecommendations(assignmentId));
  changed();

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    views: () => views,
    slot: (id: string) => slots.get(id),
    retry: () => {
      for (const slot of slots.values()) if (slot.dirty()) slot.retry();
    },
    /** Sends all that waits; true when everything is saved. */
    async flush(): Promise<boolean> {
      const done = await Promise.all([...slots.values()].map((slot) => slot.flush()));
      return done.every(Boolean);
    },
    dirty: () => [...slots.values()].some((slot) => slot.dirty()),
    stop: () => {
      for (const slot of slots.values()) slot.stop();
    },
  };
}

const sendScore =
  (assignmentId: string, criterionId: string) =>
  async (content: Content, version: number): Promise<Outcome> => {
    const { saveScore } = await request(SaveScoreDocument, { input: { assignmentId, criterionId, ...content, version } });
    const stored = saveScore.score ? storedOf(saveScore.score) : null;
    if (saveScore.problems.length) return refusal(saveScore.problems) ?? { kind: 'stale', stored };
    return stored ? { kind: 'saved', stored } : { kind: 'stale', stored };
  };

const sendRecommendations =
  (assignmentId: string) =>
  async (content: Content, version: number): Promise<Outcome> => {
    const { saveRecommendations: said } = await request(SaveRecommendationsDocument, {
      input: { assignmentId, text: content.value, version },
    });
    const stored = { value: said.text ?? '', comment: '', version: said.version ?? 0, updatedAt: '' };
    if (said.problems.length) return refusal(said.problems) ?? { kind: 'stale', stored };
    return { kind: 'saved', stored };
  };

function readLeft(storage: Pick<Storage, 'getItem'> | null, key: string): Left {
  try {
    const read: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    return read && typeof read === 'object' ? (read as Left) : {};
  } catch {
    return {};
  }
}
