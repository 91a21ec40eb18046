import path from 'node:path';
import { start, stop, tailOf } from '../lib/children.mjs';
import { root } from '../lib/paths.mjs';
import { choosePort } from '../lib/ports.mjs';
import { closeToOthers } from '../lib/private.mjs';
import { StepFailure } from '../lib/steps.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts a mailbox that accepts every letter and shows it on a web page; letters are kept in `<dataFolder>/mail`.
 * It shows one-time passwords and asks nobody who he is, so it listens on this machine only, wherever the site does.
 * @returns {{ smtpUrl: string, page: string, note: string, stop: () => Promise<void> }}
 */
export async function startMailbox({ dataFolder, preferredPagePort, preferredSmtpPort }) {
  const folder = path.join(dataFolder, 'mail');
  closeToOthers(folder);
  const pagePort = await choosePort('mailbox page', preferredPagePort);
  const smtpPort = await choosePort('mailbox SMTP', preferredSmtpPort);
  const log = path.join(dataFolder, 'log/mailbox.log');
  const args = [
    '--ip',
    '127.0.0.1',
    '--web-ip',
    '127.0.0.1',
    '--web',
    pagePort,
    '--smtp',
    smtpPort,
    '--mail-directory',
    folder,
    '--hide-extensions',
    'STARTTLS',
  ];
  const server = start('mailbox', process.execPath, [path.join(root, 'node_modules/maildev/bin/maildev'), ...args.map(String)], {
    log,
    umask: 0o077,
  });
  for (let attempt = 0; ; attempt++) {
    if (await fetch(`http://127.0.0.1:${pagePort}/healthz`).then(Boolean, () => false)) break;
    if (attempt === 200 || server.child.exitCode !== null) {
      throw new StepFailure(
        `The mailbox did not start:\n${tailOf(log)}`,
        `read ${log}, or set SMTP_URL to a mail server you have (see .env.example)`,
      );
    }
    await sleep(100);
  }
  const page = `http://localhost:${pagePort}`;
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, page, note: page, stop: () => stop(server) };
}
