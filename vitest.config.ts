import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const alias = {
  '@': path.resolve(import.meta.dirname, 'src'),
  '@graphql': path.resolve(import.meta.dirname, 'graphql'),
  // Apollo loads the CommonJS build; a second copy of its classes would not be recognised.
  graphql: path.resolve(import.meta.dirname, 'node_modules/graphql/index.js'),
};
const resolve = { alias };

/** One more than the cores of a small machine: a file waits for its database a tenth of its time. The same for both projects: they then share the workers. */
const maxWorkers = 3;
const scriptsWithServices = ['scripts/backup.test.ts', 'scripts/virusScanner.test.ts', 'scripts/prisma-schema-engine.test.ts'];

/** Two sizes: rules and parts that need nothing, and the real schema over a real PostgreSQL and object store. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          exclude: [...configDefaults.exclude, ...scriptsWithServices],
          include: [
            'src/{domain,ui,app,messages,procedures,testing}/**/*.test.{ts,tsx}',
            'src/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          setupFiles: ['src/testing/noteVersions.ts'],
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          include: ['graphql/**/*.test.ts', 'src/server/**/*.test.ts', 'prisma/**/*.test.ts', ...scriptsWithServices],
          globalSetup: ['src/testing/templateDatabase.ts', 'src/testing/inspectorProgram.ts'],
          setupFiles: ['src/testing/setup.ts', 'src/testing/noteVersions.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers,
        },
      },
    ],
  },
});
