import { expect, it, vi } from 'vitest';
import type { Env } from '@/server/env';
import { inspectionChecks } from './inspection';

const [judged, scanner] = inspectionChecks;

it('says that uploads are judged, and that they are not where the program is missing', async () => {
  const away = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
  await expect(judged?.run({} as Env)).rejects.toThrow('INSPECTION_UNAVAILABLE');
  away.mockRestore();
  expect(await judged?.run({} as Env)).toBeUndefined();
});

it('says that no scanner is set, and faults one that is set and does not answer', async () => {
  expect(await scanner?.run({} as Env)).toContain('none is set');
  await expect(scanner?.run({ CLAMD_URL: 'tcp://127.0.0.1:1' } as Env)).rejects.toThrow('ECONNREFUSED');
});
