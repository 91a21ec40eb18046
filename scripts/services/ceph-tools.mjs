import fs from 'node:fs';
import path from 'node:path';
import { run } from '../lib/children.mjs';
import { toolsFolder } from '../lib/paths.mjs';
import { StepFailure } from '../lib/steps.mjs';

const packages = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'];
const programs = ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'monmaptool'];
const elsewhere =
  'set S3_ENDPOINT and the other S3_ variables to a store you have (see .env.example), or install radosgw, ceph-mon, ceph-osd and ceph-common';

const folders = () => ({
  lists: path.join(toolsFolder, 'lists'),
  cache: path.join(toolsFolder, 'cache'),
  packages: path.join(toolsFolder, 'debs'),
  root: path.join(toolsFolder, 'root'),
  stamp: path.join(toolsFolder, 'ready'),
});

const onPath = (program) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, program)));

/** Installed programs win over unpacked ones. */
export const isInstalled = () => programs.every(onPath);

function librariesBelow(folder) {
  const found = new Set();
  const skipped = /rados-classes|erasure-code|python|compressor|sudo/;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const parent = entry.parentPath ?? entry.path;
    if (entry.name.includes('.so') && !skipped.test(parent)) found.add(parent);
  }
  return [...found].sort();
}

/** Environment for the unpacked programs, and the lines of ceph.conf that say where their plug-ins lie. Only their own processes get it. */
function unpackedTools() {
  const { root: unpacked } = folders();
  const plugins = librariesBelow(unpacked).find((folder) => folder.endsWith('/ceph'));
  const env = {
    ...process.env,
    PATH: `${unpacked}/usr/bin:${process.env.PATH}`,
    PYTHONPATH: `${unpacked}/usr/lib/python3/dist-packages`,
    LD_LIBRARY_PATH: librariesBelow(unpacked).join(':'),
  };
  const settings = [
    `plugin dir = ${plugins}`,
    `erasure code dir = ${plugins}/erasure-code`,
    `osd class dir = ${path.dirname(plugins)}/rados-classes`,
  ];
  // `ceph` is a python3 script; where python3 is missing it came with the packages.
  const ceph = fs.existsSync('/usr/bin/python3') ? ['ceph'] : [`${unpacked}/usr/bin/python3`, `${unpacked}/usr/bin/ceph`];
  return { env, settings, ceph, note: 'unpacked in .data/tools' };
}

async function download(progress) {
  const { lists, cache, packages: debs, root: unpacked, stamp } = folders();
  for (const folder of [path.join(lists, 'partial'), path.join(cache, 'archives/partial'), debs]) fs.mkdirSync(folder, { recursive: true });
  const apt = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`, '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User='];
  progress('reading the package lists');
  await run('apt-get', [...apt, 'update', '-q'], { onLine: () => progress('reading the package lists') });
  const plan = await run('apt-get', [...apt, 'install', '-s', '--no-install-recommends', ...packages]);
  const names = [...plan.stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  let done = 0;
  await run('apt-get', [...apt, 'download', '-q', ...names], {
    cwd: debs,
    onLine: (line) => {
      if (/^Get:/.test(line)) done += 1;
      progress(`downloading package ${done} of ${names.length}, 70 MB in all`);
    },
  });
  fs.rmSync(unpacked, { recursive: true, force: true });
  const files = fs.readdirSync(debs).filter((file) => file.endsWith('.deb'));
  for (const [at, file] of files.entries()) {
    progress(`unpacking package ${at + 1} of ${files.length}`);
    await run('dpkg-deb', ['-x', path.join(debs, file), unpacked]);
  }
  for (const folder of [lists, cache, debs]) fs.rmSync(folder, { recursive: true, force: true });
  fs.writeFileSync(stamp, names.join('\n'));
}

/** Finds the Ceph programs: installed ones, else those unpacked in .data/tools, which are downloaded once. Nothing is installed. */
export async function cephTools(progress) {
  if (isInstalled()) return { env: { ...process.env }, settings: [], ceph: ['ceph'], note: 'the installed radosgw' };
  if (!fs.existsSync(folders().stamp)) {
    if (!onPath('apt-get') || !onPath('dpkg-deb'))
      throw new StepFailure('The object store (Ceph RGW) comes from Debian packages, and apt-get is not here', elsewhere);
    try {
      await download(progress);
    } catch (error) {
      throw new StepFailure(
        `The object store could not be downloaded: ${error.message}`,
        `see that this machine reaches its Debian mirror and start again; or ${elsewhere}`,
      );
    }
  }
  return unpackedTools();
}
