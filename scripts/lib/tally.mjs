import { say, seconds } from './steps.mjs';

/** Counts what passed and failed over all runners, and remembers how long each test took. */
export function makeTally() {
  const tests = [];
  const failures = [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  return {
    sum,
    /** What ran in a runner of tests and whether it passed: { part: programs or browser, file, title, procedures, passed }. */
    ran: [],
    /** One test of any runner; `ran` says where it ran, for the record that acceptance rows are counted by. */
    add({ name, passed, ms = 0, why, ran }) {
      if (ran) this.ran.push({ ...ran, passed });
      sum[passed ? 'passed' : 'failed'] += 1;
      tests.push({ name, ms });
      if (!passed) failures.push(why ? `${name}: ${why}` : name);
    },
    /** A test that did not run is neither passed nor failed, and is said. */
    skip(name) {
      sum.skipped += 1;
      say(`    skipped: ${name}`);
    },
    /** One check, counted as one test; a failed one does not keep the later ones from running. Resolves to whether it passed. */
    async check(name, work) {
      const start = Date.now();
      say(`▸ ${name}`);
      try {
        const note = await work();
        say(`✓ ${name}${typeof note === 'string' ? `: ${note}` : ''} (${seconds(start)})`);
        this.add({ name, passed: true, ms: Date.now() - start });
        return true;
      } catch (error) {
        say(`${error.message}\n✗ ${name} (${seconds(start)})`);
        this.add({ name, passed: false, ms: Date.now() - start, why: error.message.split('\n')[0] });
        return false;
      }
    },
    /** The ten slowest tests, every failure by name, and the sum as the very last line. */
    print() {
      say('\nThe ten slowest:');
      for (const { name, ms } of tests.toSorted((a, b) => b.ms - a.ms).slice(0, 10))
        say(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
      if (failures.length > 0) say(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
      if (sum.skipped > 0) say(`\n${sum.skipped} skipped`);
      say(`\n${sum.passed} passed, ${sum.failed} failed`);
    },
  };
}
