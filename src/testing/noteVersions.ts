import { afterEach, beforeEach } from 'vitest';
import { notes, versionsOfTest } from './ranUnder';

declare module 'vitest' {
  interface TaskMeta {
    /** Versions of procedures that the test ran under; `npm run acceptance` reads them from the report. */
    procedures?: string[];
  }
}

beforeEach(() => {
  notes.ofTest = new Set();
});
afterEach(({ task }) => {
  task.meta.procedures = versionsOfTest(notes.ofTest ?? new Set(), notes.ofFile);
  notes.ofTest = null;
});
