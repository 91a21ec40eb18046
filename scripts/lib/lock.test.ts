import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownerOf, ownFolder } from './lock.mjs';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-lock-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const beginningOf = (pid: number) => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
};
const write = (record: object) => fs.writeFileSync(path.join(folder, 'run.json'), JSON.stringify(record));
const sleeper = () => spawn('sleep', ['60'], { stdio: 'ignore' });

test('a second run over the same data is refused by the process that holds it', async () => {
  const other = sleeper();
  const pid = other.pid ?? 0;
  write({ self: { name: 'run', pid, beginning: beginningOf(pid) }, children: [] });
  await expect(ownFolder(folder)).rejects.toThrow(`Process ${pid} already runs`);
  expect(ownerOf(folder)).toBe(pid);
  other.kill();
});

test('what a killed run left behind is stopped; a process that only has its number is not touched', async () => {
  const left = sleeper();
  const stranger = sleeper();
  const ended = new Promise((resolve) => left.once('exit', resolve));
  const [leftPid, strangerPid] = [left.pid ?? 0, stranger.pid ?? 0];
  write({
    self: { name: 'run', pid: 2 ** 22 - 1, beginning: '1' },
    children: [
      { name: 'PostgreSQL', pid: leftPid, beginning: beginningOf(leftPid) },
      { name: 'mailbox', pid: strangerPid, beginning: '1' },
    ],
  });
  const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await ownFolder(folder);
  quiet.mockRestore();
  await ended;
  expect(stranger.exitCode).toBeNull();
  expect(ownerOf(folder)).toBe(process.pid);
  stranger.kill();
});
