import fs from 'node:fs';
import { expect, test, vi } from 'vitest';
import { goodFiles, pdfOfSize } from '@/testing/files/make';
import { makeLargeXlsx } from '@/testing/files/office';
import { inspectApart } from './pool';

const limits = { allowedExtensions: ['docx', 'doc', 'xls', 'xlsx', 'pdf', 'zip', 'jpg', 'gif', 'png'], maxBytes: 5_242_880 };
const generous = { cpuMs: 5_000, bytes: 256 * 1024 * 1024, wallMs: 40_000 };
const { name, bytes } = pdfOfSize();
const slow = await makeLargeXlsx(40_000);
const unavailable = { ok: false, problem: { code: 'INSPECTION_UNAVAILABLE' } };
const damaged = { ok: false, problem: { code: 'FILE_DAMAGED', params: { reason: 'limits' } } };

/** The inspectors of this process that run now. */
const inspectors = (): number[] =>
  fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('inspector.mjs');
      } catch {
        return false;
      }
    });

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('real files of every kind are judged apart as they are judged here, by no more than two processes', async () => {
  const files = await goodFiles();
  const verdicts = await Promise.all([...files, ...files].map((file) => inspectApart(file.bytes, file.name, limits)));
  expect(verdicts.every(({ ok }) => ok)).toBe(true);
  expect(inspectors().length).toBeLessThanOrEqual(2);
});

test('what takes more time or memory than a file may is damaged, and the next file meets a new inspector', async () => {
  for (const most of [
    { ...generous, cpuMs: 100 },
    { ...generous, bytes: 90_000_000 },
  ]) {
    const before = inspectors();
    expect(await inspectApart(slow, 'Журнал.xlsx', limits, most)).toMatchObject(damaged);
    const next = await Promise.all([1, 2].map(() => inspectApart(slow, 'Журнал.xlsx', limits)));
    expect(next).toMatchObject([{ ok: true }, { ok: true }]);
    expect(inspectors().some((pid) => !before.includes(pid))).toBe(true);
  }
});

test('an inspector that is ended from outside says nothing of the file: another one judges it', async () => {
  const inspections = Promise.all(Array.from({ length: 6 }, () => inspectApart(bytes, name, limits)));
  await until(() => inspectors().length > 0);
  for (const pid of inspectors()) process.kill(pid, 'SIGKILL');
  for (const verdict of await inspections) expect(verdict).toMatchObject({ ok: true });
});

test('those that stand still are replaced, and where none can be had the file is not blamed', async () => {
  await inspectApart(bytes, name, limits);
  for (const pid of inspectors()) process.kill(pid, 'SIGSTOP');
  expect(await inspectApart(bytes, name, limits, { ...generous, wallMs: 4_000 })).toMatchObject({ ok: true });
  for (const pid of inspectors()) process.kill(pid, 'SIGKILL');
  await until(() => inspectors().length === 0);
  const away = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
  expect(await inspectApart(bytes, name, limits)).toMatchObject(unavailable);
  away.mockRestore();
  expect(await inspectApart(bytes, name, limits)).toMatchObject({ ok: true });
});

test('an inspector knows no secret of the site', async () => {
  await inspectApart(bytes, name, limits);
  for (const pid of inspectors()) {
    const variables = fs
      .readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .filter((variable) => variable !== '' && !variable.startsWith('NODE_CHANNEL_'));
    expect(variables.map((variable) => variable.split('=')[0])).toEqual(['NODE_ENV']);
  }
});
