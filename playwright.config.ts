import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);

/** Journeys by role over the running site of APP_URL: `npm test` starts one; `npm run dev` and its printed address serve as well. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // One database and one movable clock: what moves the clock or ends a process goes alone, one after another; `npm test` gives the rest two workers.
  workers: 1,
  projects: [
    {
      name: 'beside',
      testMatch: [
        'screens.spec.ts',
        'security.spec.ts',
        'entrance.spec.ts',
        'throttle.spec.ts',
        'trail.spec.ts',
        'teacher.spec.ts',
        'desk.spec.ts',
        'typing.spec.ts',
        'help.spec.ts',
        'firstLook.spec.ts',
      ],
    },
    { name: 'alone', testMatch: ['faults/*.spec.ts', 'dispute.spec.ts', 'rows.*.spec.ts', 'whole-*.spec.ts', 'idle.spec.ts'] },
  ],
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON ? [['json', { outputFile: process.env.PLAYWRIGHT_JSON }] as const] : [])],
  use: {
    baseURL: process.env.APP_URL ?? 'http://localhost:3000',
    locale: 'ru-RU',
    timezoneId: 'Europe/Samara',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Traces slow every step: TRACE=1 keeps those of what failed.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-software-rasterizer',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
