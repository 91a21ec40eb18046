import type { Env } from '../env';
import { prisma } from '../prisma';

/** What must hold of the demo: none where there is real data, and no doors of one where the internet reaches. */
export const demoChecks = [
  {
    name: 'no people of a demo',
    advice:
      'this database was filled with a demo: its people cannot sign in, but their cases stand in every list. Begin real work with an empty database',
    run: async ({ DEMO }: Env): Promise<string | undefined> => {
      const people = await prisma.account.count({ where: { demo: true } });
      if (DEMO === '1') return `a demo, ${people} people`;
      if (people > 0) throw new Error(`${people} accounts of a demo, and DEMO is off`);
      return undefined;
    },
  },
  {
    name: 'a demo is for trying things out',
    advice: 'unset DEMO: with it everybody who reaches the site signs in as anybody by one press and moves its clock',
    run: async ({ DEMO, APP_URL }: Env): Promise<string | undefined> => {
      if (DEMO === '1' && APP_URL.startsWith('https:')) throw new Error(`DEMO=1 at ${APP_URL}`);
      return undefined;
    },
  },
];
