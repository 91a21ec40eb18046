import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Once per run: the program that judges files, bundled from the sources under test. */
export default function prepare(): void {
  execFileSync(process.execPath, ['scripts/bundle.mjs', 'inspector'], { cwd: root, stdio: 'pipe' });
}
