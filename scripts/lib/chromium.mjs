import fs from 'node:fs';
import { run } from './children.mjs';
import { StepFailure, say } from './steps.mjs';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const find = () => places.find((file) => file && fs.existsSync(file));
const advice = 'install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH to one, and start again';

/** The browser of the browser tests. Where it is missing Debian's package is installed: the one thing `npm test` installs on the machine. */
export async function findChromium(progress) {
  const found = find();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  say(
    `    the browser tests need a browser: Debian's package "chromium" is installed now with ${isRoot ? 'apt-get' : 'sudo apt-get'} (about 90 MB)`,
  );
  const apt = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const onLine = () => progress('installing chromium');
  try {
    await run(apt[0], [...apt.slice(1), 'update', '-q'], { env, onLine });
    await run(apt[0], [...apt.slice(1), 'install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, onLine });
  } catch (error) {
    throw new StepFailure(`Chromium could not be installed: ${error.message}`, advice);
  }
  const installed = find();
  if (!installed) throw new StepFailure('Chromium was installed, but its program was not found', advice);
  return installed;
}
