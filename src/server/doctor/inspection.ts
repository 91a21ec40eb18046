import type { Env } from '@/server/env';
import { inspectApart } from '@/server/storage/inspectors/pool';
import { askClamd } from '@/server/storage/scan';

interface InspectionCheck {
  name: string;
  advice: string;
  /** Resolves to a note when all is well, else throws what is wrong. */
  run: (env: Env) => Promise<string | undefined>;
}

/** The smallest picture there is: one transparent point. */
const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What must hold where uploads are looked at. */
export const inspectionChecks: InspectionCheck[] = [
  {
    name: 'files are judged in a process of their own',
    advice: 'run `npm run bundle`: the site starts dist/inspector.mjs below the folder it was started in, and takes no upload without it',
    run: async () => {
      const verdict = await inspectApart(POINT, 'point.gif', { allowedExtensions: ['gif'], maxBytes: 1_024 });
      if (!verdict.ok) throw new Error(verdict.problem.code);
      return undefined;
    },
  },
  {
    name: 'the virus scanner answers',
    advice: 'check CLAMD_URL and that clamd runs; until it answers files are taken and say that no scanner has looked at them',
    run: async ({ CLAMD_URL }) => {
      if (!CLAMD_URL) return 'none is set (CLAMD_URL): files are taken without it and say so';
      const answer = await askClamd(CLAMD_URL, 'PING', undefined, 5_000);
      if (answer !== 'PONG') throw new Error(`it said «${answer.slice(0, 40)}»`);
      return CLAMD_URL;
    },
  },
];
