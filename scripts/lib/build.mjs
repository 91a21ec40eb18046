import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { root } from './paths.mjs';

const bin = (relative) => path.join(root, 'node_modules', relative);
const node = (script, args, options = {}) => run(process.execPath, [script, ...args], { cwd: root, ...options });
const generated = /(^|\/)(generated|gql)\/|\.generated\.|\.test\.tsx?$|\.spec\.ts$/;

/** What the build is made of; tests and generated files are not. */
const sources = {
  generate: ['prisma/schema.prisma', 'prisma.config.ts', 'codegen.ts', 'graphql', 'src', 'package-lock.json'],
  build: [
    'graphql',
    'src',
    'public',
    'prisma/schema.prisma',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
};

function filesBelow(name) {
  const full = path.join(root, name);
  if (!fs.existsSync(full)) return [];
  if (fs.statSync(full).isFile()) return [name];
  const entries = fs.readdirSync(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function hashOf(names, accept) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesBelow).filter(accept).sort())
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const generateHash = () =>
  hashOf(
    sources.generate,
    (file) => !generated.test(file) && /\.(graphql|prisma|mappers\.ts|config\.ts|lock\.json)$|codegen\.ts$|resolvers\/.*\.ts$/.test(file),
  );
const buildHash = () => hashOf(sources.build, (file) => !generated.test(file));

/** Runs `work` unless it ran before on the same sources and its results are still there. */
async function unlessDone(stamp, hash, results, work) {
  const file = path.join(root, stamp);
  if (results.every((result) => fs.existsSync(path.join(root, result))) && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash())
    return 'nothing changed';
  fs.rmSync(file, { force: true });
  await work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // The work may write sources too (stubs of new resolvers): the hash is taken after it.
  fs.writeFileSync(file, hash());
  return undefined;
}

/** Prisma's client, resolver types and operation types. */
export function generate({ always = false } = {}) {
  if (always) fs.rmSync(path.join(root, '.data/generated'), { force: true });
  return unlessDone(
    '.data/generated',
    generateHash,
    ['src/generated/prisma/client.ts', 'src/gql/graphql.ts', 'graphql/resolvers.generated.ts'],
    async () => {
      await node(bin('prisma/build/index.js'), ['generate']);
      await node(bin('@graphql-codegen/cli/esm/bin.js'), ['--config', 'codegen.ts']);
    },
  );
}

/** The programs outside Next: worker, files, seed, procedures, doctor. */
export const bundlePrograms = (names = []) => node(path.join(root, 'scripts/bundle.mjs'), names).then(() => undefined);

/** The site. `folder` keeps a build of its own, so that the tests never replace the one that is being served. */
export function buildSite({ folder, env, progress }) {
  return unlessDone(`${folder}/attesta-sources`, buildHash, [`${folder}/BUILD_ID`], () => {
    const start = Date.now();
    const ticker = setInterval(() => progress(`building, ${Math.round((Date.now() - start) / 1000)} s so far`), 5000);
    const options = { env: { ...env, NEXT_DIST_DIR: folder, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } };
    return node(bin('next/dist/bin/next'), ['build'], options).finally(() => clearInterval(ticker));
  });
}

/** Brings the database to the newest migration, by its owner where that is another role than the site's, which then gets its rights anew. */
export async function migrate(env) {
  const { output } = await node(bin('prisma/build/index.js'), ['migrate', 'deploy'], { env });
  const done = /No pending migrations/.test(output) ? 'up to date' : `${(output.match(/\d{14}_\w+\//g) ?? []).length} applied`;
  if (!env.DATABASE_ADMIN_URL) return done;
  await makeJobSchema(env.DATABASE_ADMIN_URL);
  return `${done}, rights of ${await grantSiteRole(env)} set`;
}

/** Makes the schema of the jobs, or brings it to the version of the job client: the site's role then needs no right to make anything. */
export async function makeJobSchema(ownerUrl) {
  const { PgBoss } = await import('pg-boss');
  const client = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  const failed = new Promise((_, reject) => client.once('error', reject));
  await Promise.race([client.start(), failed]);
  await client.stop({ graceful: false });
}

/** Gives the role of DATABASE_URL what prisma/site-role.sql says, by DATABASE_ADMIN_URL; answers with the role's name. */
export async function grantSiteRole({ DATABASE_URL, DATABASE_ADMIN_URL }) {
  const { Client, escapeIdentifier } = (await import('pg')).default;
  const role = decodeURIComponent(new URL(DATABASE_URL).username);
  if (role === decodeURIComponent(new URL(DATABASE_ADMIN_URL).username))
    throw new Error(
      `DATABASE_URL and DATABASE_ADMIN_URL name one role, ${role}: give the site a role of its own, or leave DATABASE_ADMIN_URL out`,
    );
  const sql = fs.readFileSync(path.join(root, 'prisma/site-role.sql'), 'utf8').replaceAll('attesta_site', escapeIdentifier(role));
  const owner = new Client({ connectionString: DATABASE_ADMIN_URL });
  await owner.connect();
  try {
    await owner.query(sql);
  } finally {
    await owner.end();
  }
  return role;
}

/** The variables of a program that writes what the owner of the tables writes, as the procedures are. */
export const asOwner = (env) => ({ ...env, DATABASE_URL: env.DATABASE_ADMIN_URL || env.DATABASE_URL });

/** Runs one of the bundled programs to its end. */
export const program = (name, args, env) => node(path.join(root, `dist/${name}.mjs`), args, { env });
