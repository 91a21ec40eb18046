import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { env as known, readEnv } from '@/server/env';
import { withTestBucket } from '@/testing/bucket';
import { type FilesProgram, startFilesProgram } from '@/testing/filesProgram';
import { filesChecks } from './files';

/** The doctor's look at the files' origin: the program itself, and what people set up wrongly before it. */

withTestBucket();

let program: FilesProgram;
beforeAll(async () => {
  program = await startFilesProgram({});
});

/** What each check says, by its name; what it threw begins with FAULT. */
async function look(over: Record<string, string>): Promise<Record<string, string>> {
  const env = readEnv({ ...process.env, FILES_URL: program.origin, ...over });
  const said = filesChecks.map(({ name, run }) =>
    run(env).then(
      (note) => [name, note ?? 'ok'],
      (error: Error) => [name, `FAULT ${error.message}`],
    ),
  );
  return Object.fromEntries(await Promise.all(said));
}

const faults = async (over: Record<string, string>) => Object.values(await look(over)).filter((text) => text.startsWith('FAULT'));

it('finds nothing to say against the program in a demo', async () => {
  expect(await faults({ DEMO: '1' })).toEqual([]);
});

it('faults the site’s own host where it is no demo: cookies know no ports', async () => {
  const { hostname } = new URL(known.APP_URL);
  const here = new URL(program.origin);
  here.hostname = hostname;
  expect(await faults({ DEMO: '0', FILES_URL: here.origin })).toEqual([`FAULT ${hostname} is the site’s own`]);
});

it('faults files over http on a site over https', async () => {
  expect(await faults({ DEMO: '1', APP_URL: 'https://attesta.example.org' })).toContain('FAULT APP_URL is https, FILES_URL is not');
});

it('faults what does not answer and what has another secret', async () => {
  expect(await faults({ DEMO: '1', FILES_URL: 'http://127.0.0.1:9' })).toHaveLength(3);
  const other = await startFilesProgram({ NEXTAUTH_SECRET: 'another installation, another secret' });
  expect(await faults({ DEMO: '1', FILES_URL: other.origin })).toEqual(['FAULT an address of this site was answered 404']);
});

it('faults a proxy that changes the headers', async () => {
  const proxy = http.createServer((request, response) => {
    const onward = http.request(program.origin + (request.url ?? ''), { method: request.method }, (answer) => {
      const { 'content-security-policy': _policy, 'x-content-type-options': _type, ...rest } = answer.headers;
      response.writeHead(answer.statusCode ?? 0, { ...rest, 'x-frame-options': 'DENY', 'set-cookie': 'a=b' });
      answer.pipe(response);
    });
    onward.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const [fault = '', ...others] = await faults({ DEMO: '1', FILES_URL: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  expect(others).toEqual([]);
  for (const header of ['X-Content-Type-Options', 'Content-Security-Policy', 'X-Frame-Options', 'cookie']) expect(fault).toContain(header);
  proxy.close();
});
