import { expect, it } from 'vitest';
import { makeAccount } from '@/testing/viewers';
import { readEnv } from '../env';
import { demoChecks } from './demo';

async function faults(over: Record<string, string>): Promise<string[]> {
  const env = readEnv({ ...process.env, ...over });
  const said = await Promise.all(
    demoChecks.map(({ run }) =>
      run(env).then(
        () => '',
        (error: Error) => error.message,
      ),
    ),
  );
  return said.filter(Boolean);
}

it('faults people of a demo where DEMO is off, and doors of a demo at an https address', async () => {
  await makeAccount();
  expect(await faults({ DEMO: '0', APP_URL: 'https://attesta.example.org' })).toEqual([]);
  await makeAccount({ demo: true });
  expect(await faults({ DEMO: '1', APP_URL: 'http://localhost:3000' })).toEqual([]);
  expect(await faults({ DEMO: '0' })).toEqual(['1 accounts of a demo, and DEMO is off']);
  expect(await faults({ DEMO: '1', APP_URL: 'https://attesta.example.org' })).toEqual(['DEMO=1 at https://attesta.example.org']);
});
