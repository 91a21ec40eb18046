import fs from 'node:fs';
import path from 'node:path';
import { toolsFolder } from '../lib/paths.mjs';
import { StepFailure } from '../lib/steps.mjs';
import { librariesBelow, onPath, unpackPackages } from './debian-packages.mjs';

const packages = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'];
const programs = ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'monmaptool'];
const elsewhere =
  'set S3_ENDPOINT and the other S3_ variables to a store you have (see .env.example), or install radosgw, ceph-mon, ceph-osd and ceph-common';

/** Installed programs win over unpacked ones. */
export const isInstalled = () => programs.every(onPath);

const skipped = /rados-classes|erasure-code|python|compressor|sudo/;

/** Environment for the unpacked programs, and the lines of ceph.conf that say where their plug-ins lie. Only their own processes get it. */
function unpackedTools(unpacked) {
  const libraries = librariesBelow(unpacked, skipped);
  const plugins = libraries.find((folder) => folder.endsWith('/ceph'));
  const env = {
    ...process.env,
    PATH: `${unpacked}/usr/bin:${process.env.PATH}`,
    PYTHONPATH: `${unpacked}/usr/lib/python3/dist-packages`,
    LD_LIBRARY_PATH: libraries.join(':'),
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

/** Finds the Ceph programs: installed ones, else those unpacked in .data/tools, which are downloaded once. Nothing is installed. */
export async function cephTools(progress) {
  if (isInstalled()) return { env: { ...process.env }, settings: [], ceph: ['ceph'], note: 'the installed radosgw' };
  try {
    return unpackedTools(await unpackPackages({ folder: toolsFolder, packages, size: '70 MB', progress }));
  } catch (error) {
    throw new StepFailure(
      `The object store (Ceph RGW) could not be had from Debian packages: ${error.message}`,
      `see that this machine reaches its Debian mirror and start again; or ${elsewhere}`,
    );
  }
}
