import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Built } from './build';
import { drawProcedure } from './draw';
import { jsonSchemas } from './schema';
import { compareVersions } from './versions';

/** Files made from the procedures and their shapes, by their path in the project: the drawings in docs/ and the schemas for editors. */
export function madeFiles(built: readonly Built[]): Record<string, string> {
  const read = built.flatMap((b) => (b.procedure ? [b.procedure] : []));
  const ids = [...new Set(read.map((p) => p.id))];
  const newest = ids.flatMap((id) => read.filter((p) => p.id === id).sort((a, b) => compareVersions(b.version, a.version))[0] ?? []);
  return {
    ...Object.fromEntries(newest.map((p) => [`docs/procedures/${p.id}.md`, drawProcedure(p)])),
    ...Object.fromEntries(Object.entries(jsonSchemas()).map(([name, text]) => [`procedures/schema/${name}`, text])),
  };
}

/** Writes them; tells their paths. */
export function writeMadeFiles(root: string, built: readonly Built[]): string[] {
  return Object.entries(madeFiles(built)).map(([path, text]) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
    return path;
  });
}
