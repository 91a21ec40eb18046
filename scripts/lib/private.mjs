import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder where it is missing, and closes it to other users of the machine, with all that lies in it from earlier: letters hold one-time
 * passwords, logs what happened to whom.
 */
export function closeToOthers(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) closeToOthers(path.join(folder, entry.name));
    else if (entry.isFile()) fs.chmodSync(path.join(folder, entry.name), 0o600);
  }
}
