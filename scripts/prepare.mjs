// Run with the variables of the site: checks them by the one schema, then makes the bucket usable (created when absent, CORS for APP_URL).
import { readEnv } from '../dist/env.mjs';

try {
  readEnv(process.env);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { ensureBucket } = await import('../dist/bucket.mjs');
const state = await ensureBucket();
for (const note of state.notes) console.log(note);
process.exit(state.bucket === 'unreachable' ? 1 : 0);
