import fs from 'node:fs';
import path from 'node:path';
import { run } from '../lib/children.mjs';

/** Whether a program is installed. */
export const onPath = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, program)));

/** Folders below one that hold shared libraries, but for those that match. */
export function librariesBelow(folder, except = /^$/) {
  const found = new Set();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const parent = entry.parentPath ?? entry.path;
    if (entry.name.includes('.so') && !except.test(parent)) found.add(parent);
  }
  return [...found].sort();
}

/**
 * Downloads Debian packages with what they need, once, and unpacks them below `folder`; nothing is installed. Gives the folder that stands
 * for their root.
 */
export async function unpackPackages({ folder, packages, size, progress }) {
  const [lists, cache, debs, unpacked, stamp] = ['lists', 'cache', 'debs', 'root', 'ready'].map((name) => path.join(folder, name));
  if (fs.existsSync(stamp)) return unpacked;
  if (!onPath('apt-get') || !onPath('dpkg-deb')) throw new Error('apt-get is not here');
  for (const part of [path.join(lists, 'partial'), path.join(cache, 'archives/partial'), debs]) fs.mkdirSync(part, { recursive: true });
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
      progress(`downloading package ${done} of ${names.length}, ${size} in all`);
    },
  });
  fs.rmSync(unpacked, { recursive: true, force: true });
  const files = fs.readdirSync(debs).filter((file) => file.endsWith('.deb'));
  for (const [at, file] of files.entries()) {
    progress(`unpacking package ${at + 1} of ${files.length}`);
    await run('dpkg-deb', ['-x', path.join(debs, file), unpacked]);
  }
  for (const part of [lists, cache, debs]) fs.rmSync(part, { recursive: true, force: true });
  fs.writeFileSync(stamp, names.join('\n'));
  return unpacked;
}
