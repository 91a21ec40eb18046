import type { Marks } from './idle';

const KEY = 'attesta:idle';
/** A pointer that moves is noted once in so long: a write per event would be heard in every tab. */
const STEP_MS = 1_000;

/** This tab's own copy: storage may be switched off, then each tab counts for itself. */
let known: Marks = { active: 0, told: 0, heard: 0 };

const later = (a: Marks, b: Partial<Marks>): Marks => ({
  active: Math.max(a.active, b.active ?? 0),
  told: Math.max(a.told, b.told ?? 0),
  heard: Math.max(a.heard, b.heard ?? 0),
});

function stored(): Partial<Marks> {
  try {
    const parsed: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    const marks = (parsed ?? {}) as Record<string, unknown>;
    // A clock that was set back must not hold a session open until it has caught up.
    const at = (name: keyof Marks) => (typeof marks[name] === 'number' && marks[name] <= Date.now() ? { [name]: marks[name] } : {});
    return { ...at('active'), ...at('told'), ...at('heard') };
  } catch {
    return {};
  }
}

/** When somebody was last here, shared by the tabs of this browser. */
export const marks = {
  read: (): Marks => {
    known = later(known, stored());
    return known;
  },
  write: (changed: Partial<Marks>): void => {
    const next = later(known, changed);
    if (next.told === known.told && next.active - known.active < STEP_MS) return;
    known = later(next, stored());
    try {
      window.localStorage.setItem(KEY, JSON.stringify(known));
    } catch {
      // Without storage this tab goes on by itself.
    }
  },
};
