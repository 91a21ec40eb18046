import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const hex = (bytes) => randomBytes(bytes).toString('hex');

/** Secrets of the local services: made once, readable by the owner only, kept beside the data they protect. */
export function localSecrets(dataFolder) {
  const file = path.join(dataFolder, 'secrets.json');
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const secrets = {
    nextAuthSecret: hex(32),
    databasePassword: hex(16),
    storageKey: `ATTESTA${hex(6).toUpperCase()}`,
    storageSecret: hex(20),
    ...kept,
  };
  fs.mkdirSync(dataFolder, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
