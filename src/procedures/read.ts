import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { compareVersions } from './versions';

/** A version folder as it lies on disk: its texts by name, and what its place says it is. */
export interface Folder {
  id: string;
  version: string;
  /** procedure.yaml, reasons.yaml, letters.yaml, forms/<form>.yaml */
  texts: Record<string, string>;
  /** pages/<name>.<ru|en>.md by file name without the folder. */
  pages: Record<string, string>;
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
const filesIn = (path: string, ending: string) =>
  isFolder(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
const versionsIn = (region: string) =>
  isFolder(region)
    ? readdirSync(region)
        .sort()
        .map((v) => join(region, v))
        .filter((v) => existsSync(join(v, 'procedure.yaml')))
    : [];

/** The version folders under a path: the whole of procedures/, one region, or one version. */
export function findFolders(root: string, path?: string): string[] {
  const from = path === undefined ? root : isFolder(resolve(path)) ? resolve(path) : join(root, path);
  if (existsSync(join(from, 'procedure.yaml'))) return [from];
  const versions = versionsIn(from);
  return versions.length > 0
    ? versions
    : isFolder(from)
      ? readdirSync(from)
          .sort()
          .flatMap((region) => versionsIn(join(from, region)))
      : [];
}

/** The newest version folder of each region under a path; the only one where the path leads to one version. */
export function findNewest(root: string, path?: string): string[] {
  const newest = new Map<string, string>();
  for (const folder of findFolders(root, path)) {
    const other = newest.get(dirname(folder));
    if (!other || compareVersions(basename(folder), basename(other)) > 0) newest.set(dirname(folder), folder);
  }
  return [...newest.values()];
}

/** Reads one version folder. */
export function readFolder(path: string): Folder {
  const read = (folder: string, names: string[], prefix = '') =>
    Object.fromEntries(names.map((name) => [`${prefix}${name}`, readFileSync(join(folder, name), 'utf8')]));
  return {
    id: basename(dirname(path)),
    version: basename(path),
    texts: { ...read(path, filesIn(path, '.yaml')), ...read(join(path, 'forms'), filesIn(join(path, 'forms'), '.yaml'), 'forms/') },
    pages: read(join(path, 'pages'), filesIn(join(path, 'pages'), '.md')),
  };
}

/** A file that all regions share. */
export function readShared(root: string, name: string): string {
  return readFileSync(join(root, name), 'utf8');
}
