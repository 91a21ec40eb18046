import fs from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { root } from './paths.mjs';
import { say } from './steps.mjs';

const relative = (file) => path.relative(root, file);
const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined);

/** Runs a test runner with its output shown; resolves to whether it ended well. */
async function runShown(script, args, env) {
  return run(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, env, inherit: true }).then(
    () => true,
    () => false,
  );
}

/** Vitest's projects; adds every test to the tally, and one failure for whatever failed outside a test. */
export async function runVitest(tally, { projects, patterns = [], env, folder }) {
  const report = path.join(folder, 'vitest.json');
  fs.rmSync(report, { force: true });
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...patterns,
  ];
  const ok = await runShown('vitest/vitest.mjs', args, { ...env, NODE_ENV: 'test' });
  const result = readReport(report);
  const before = tally.sum.failed;
  for (const suite of result?.testResults ?? []) {
    const file = relative(suite.name);
    for (const one of suite.assertionResults) {
      const name = `${file} › ${one.fullName}`;
      if (one.status === 'passed' || one.status === 'failed')
        tally.add({
          name,
          passed: one.status === 'passed',
          ms: one.duration ?? 0,
          ran: { part: 'programs', file, title: one.title, procedures: one.meta?.procedures ?? [] },
        });
      else tally.skip(name);
    }
    if (suite.status === 'failed' && !suite.assertionResults.some((one) => one.status === 'failed')) {
      tally.add({ name: file, passed: false, why: (suite.message || 'the file could not be run').split('\n')[0] });
    }
  }
  if (!ok && tally.sum.failed === before)
    tally.add({ name: `vitest ${projects.join(', ')}`, passed: false, why: 'ended with an error outside the tests, see above' });
}

function* specsOf(suite, titles = []) {
  for (const spec of suite.specs ?? []) yield { spec, titles };
  for (const inner of suite.suites ?? []) yield* specsOf(inner, [...titles, inner.title]);
}

/** The versions of procedures whose pages a browser test opened: its fixture notes them. */
const proceduresOf = ({ annotations = [] }) => annotations.filter(({ type }) => type === 'procedure').map(({ description }) => description);

/** One project of the browser tests; adds every test to the tally. */
export async function runPlaywright(tally, { project, workers, patterns = [], env, folder }) {
  const report = path.join(folder, `playwright-${project}.json`);
  fs.rmSync(report, { force: true });
  const ok = await runShown(
    '@playwright/test/cli.js',
    ['test', `--project=${project}`, `--workers=${workers}`, '--pass-with-no-tests', ...patterns],
    { ...env, PLAYWRIGHT_JSON: report },
  );
  const result = readReport(report);
  const before = tally.sum.failed;
  for (const file of result?.suites ?? []) {
    for (const { spec, titles } of specsOf(file)) {
      for (const one of spec.tests) {
        const name = ['e2e', file.title, ...titles, spec.title].join(' › ');
        const ms = one.results.reduce((sum, attempt) => sum + attempt.duration, 0);
        if (one.status === 'skipped') tally.skip(name);
        else
          tally.add({
            name,
            passed: one.status === 'expected',
            ms,
            ran: { part: 'browser', file: `e2e/${file.title}`, title: spec.title, procedures: proceduresOf(one) },
          });
      }
    }
  }
  for (const error of result?.errors ?? []) say(error.message ?? String(error));
  if (!ok && tally.sum.failed === before)
    tally.add({ name: 'playwright', passed: false, why: 'ended with an error outside the tests, see above' });
}
