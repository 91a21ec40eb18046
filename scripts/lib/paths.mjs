import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Downloaded tools, shared by the demo, development and the tests. */
export const toolsFolder = path.join(root, '.data/tools');

/** Where one set of services keeps its data: the demo's in .data, the developers' in .data/dev, the tests' in .data/test. */
export const dataFolders = {
  demo: path.join(root, '.data'),
  dev: path.join(root, '.data/dev'),
  test: path.join(root, '.data/test'),
};

/** A short name for this checkout, for folders outside it. */
export const checkoutHash = createHash('sha256').update(root).digest('hex').slice(0, 12);
