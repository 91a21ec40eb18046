import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A program of its own, started as the web server is: its output is what the log gets. */
let file: string;
beforeAll(async () => {
  file = path.resolve('dist', `console-test-${process.pid}.mjs`);
  await build({
    entryPoints: ['src/console.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});

afterAll(() => fs.rmSync(file, { force: true }));

const outputOf = (program: string): string[] => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', file, '--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'info' },
  });
  return `${stdout}${stderr}`.split('\n').filter(Boolean);
};

describe('what anything writes to the console', () => {
  it('is one line of JSON each, whatever it holds', () => {
    const forged = '{"level":30,"msg":"a line of a stranger"}';
    const lines = outputOf(`
      console.log('\\u001b[32m▲ Next.js\\u001b[39m ready\\n- Local: x');
      console.error('[next-auth][error][X]', 'javascript:x\\n${forged}\\r${forged}');
      console.error(new Error('Иванова@example.org\\n${forged}'));
      console.warn('⨯', { typed: 'Иванова@example.org' }, new TypeError('сорок парт'));
      console.info();
      process.emitWarning('old', 'DeprecationWarning', 'DEP0001');
      await new Promise((done) => setTimeout(done, 20));
    `).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatchObject({ level: 30, from: 'console', msg: '▲ Next.js ready - Local: x' });
    expect(lines[1]).toMatchObject({ level: 50, msg: expect.stringContaining('javascript:x') });
    expect(lines[2]).toMatchObject({ level: 50, name: 'Error', frames: expect.any(Array) });
    expect(lines[3]).toMatchObject({ level: 40, name: 'TypeError' });
    expect(lines[4]).toMatchObject({ level: 40, from: 'node', name: 'DeprecationWarning' });
    // Errors and objects may hold what a person typed.
    expect(JSON.stringify(lines)).not.toMatch(/Иванова|парт/);
  });
});
