import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NextRequest } from 'next/server.js';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, proxy } from './proxy';

describe('content security policy', () => {
  const neighbours = { store: 'https://storage.example.org/path', files: 'https://files.example.org/' };
  const policy = contentSecurityPolicy('abc', neighbours, false);

  it('lets pages send to themselves and the store, show what comes from themselves and the origin of files, and no more', () => {
    const directives = Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/)));
    for (const sending of ['connect-src', 'form-action']) expect(directives[sending]).toBe("'self' https://storage.example.org");
    expect(directives['frame-src']).toBe("'self' https://files.example.org");
    expect(directives['img-src']).toBe("'self' blob: data: https://files.example.org");
    expect(directives['default-src']).toBe("'self'");
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('gives every answer a nonce of its own', () => {
    const nonce = () =>
      /nonce-([^']+)'/.exec(proxy(new NextRequest('http://localhost/teacher')).headers.get('Content-Security-Policy') ?? '')?.[1];
    expect(nonce()).toMatch(/^[\w+/=]{20,}$/);
    expect(nonce()).not.toBe(nonce());
  });
});

describe('a link that names its region', () => {
  const answer = (url: string) => proxy(new NextRequest(`http://localhost${url}`));
  it('is remembered, and only a name counts', () => {
    expect(answer('/?region=north').cookies.get('region')).toMatchObject({ value: 'north', httpOnly: true, path: '/' });
    expect(answer('/').cookies.get('region')).toBeUndefined();
    expect(answer('/?region=../x').cookies.get('region')).toBeUndefined();
    expect(answer('/?region=north').headers.get('x-middleware-request-x-region')).toBe('north');
  });
});

it('no component writes a style attribute: the policy refuses it in server markup', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => /\bstyle=\{/.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')))).toEqual([]);
});

describe('a form or an action', () => {
  const status = (method: string, headers: Record<string, string>) =>
    proxy(new NextRequest('http://site.example/teacher', { method, headers: { host: 'site.example', ...headers } })).status;

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of a page that hides where it is', { origin: 'null' }],
    ['of nothing that is an address', { origin: 'site.example' }],
    ['of another port', { origin: 'http://site.example:8080' }],
    ['of a site named like ours', { origin: 'https://site.example.evil.example' }],
  ])('%s is refused as what it is', (_what, headers) => {
    expect(status('POST', headers)).toBe(403);
    expect(status('GET', headers)).toBe(200);
  });

  it.each([
    ['of our own', { origin: 'http://site.example' }],
    ['that came through the proxy', { origin: 'https://public.example', 'x-forwarded-host': 'public.example, inner' }],
    ['of a program', {}],
  ])('%s passes', (_what, headers) => {
    expect(status('POST', headers)).toBe(200);
  });
});
