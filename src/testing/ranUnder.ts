/**
 * Which versions of procedures a test ran under, e.g. `tomsk/1.2.0`: an acceptance row of a region counts only by a test that ran there.
 * What is noted while a test runs is the test's own; what is noted before (at import, in beforeAll) is its file's.
 */
interface Notes {
  ofFile: Set<string>;
  ofTest: Set<string> | null;
  /** The version that a region of the test database works by. */
  byRegionId: Map<string, string>;
}

export const notes: Notes = { ofFile: new Set(), ofTest: null, byRegionId: new Map() };

/** Notes that a version is worked with, by a test or by its file. */
export function noteProcedure(name: string): void {
  (notes.ofTest ?? notes.ofFile).add(name);
}

/** Notes the version that a region has, whenever a test does something as this person; a region of no folder is not noted. */
export function noteWhenUsed<T extends { viewer: unknown }>(context: T, regionId: string): T {
  const { viewer } = context;
  return Object.defineProperty(context, 'viewer', {
    enumerable: true,
    configurable: true,
    get: () => {
      const name = notes.byRegionId.get(regionId);
      if (name) noteProcedure(name);
      return viewer;
    },
  });
}

/** The versions a test ran under: its own; if it noted none, those of its file. */
export const versionsOfTest = (own: ReadonlySet<string>, ofFile: ReadonlySet<string>): string[] => [...(own.size > 0 ? own : ofFile)];
