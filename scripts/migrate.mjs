// `npm run migrate`: brings the database of DATABASE_URL to the newest migration; with DATABASE_ADMIN_URL by that role, and the site's gets its rights.
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { printFailure, say } from './lib/steps.mjs';

try {
  await installDependencies();
  await continueWithProjectNode();
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set: set it as .env.example shows, then start again');
  const { migrate } = await import('./lib/build.mjs');
  say(`Database migrations: ${await migrate(process.env)}`);
} catch (error) {
  printFailure(error);
  process.exit(1);
}
