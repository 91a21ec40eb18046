import path from 'node:path';
import { closeToOthers } from '../lib/private.mjs';
import { localSecrets } from '../lib/secrets.mjs';
import { step } from '../lib/steps.mjs';
import { startIdentityProvider } from './identity.mjs';
import { startMailbox } from './mailbox.mjs';
import { startObjectStore } from './object-store.mjs';
import { startPostgres } from './postgres.mjs';

const unset = (name) => !process.env[name];

/** Variables of the services that are configured from outside, as they are. */
const given = (...names) => Object.fromEntries(names.filter((name) => process.env[name]).map((name) => [name, process.env[name]]));

async function database({ dataFolder, ports, fast }, secrets) {
  if (!unset('DATABASE_URL')) return { note: 'configured by DATABASE_URL', variables: given('DATABASE_URL') };
  const service = await startPostgres({ dataFolder, preferredPort: ports.postgres, password: secrets.databasePassword, fast });
  return { ...service, variables: { DATABASE_URL: service.url } };
}

async function objectStore({ dataFolder, ports, storeKind, bucket, host, publicHost }, secrets, progress) {
  const names = ['S3_ENDPOINT', 'S3_PUBLIC_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  if (!unset('S3_ENDPOINT')) return { note: 'configured by S3_ENDPOINT', variables: given(...names) };
  const keys = { accessKey: secrets.storageKey, secretKey: secrets.storageSecret };
  const service = await startObjectStore({ dataFolder, preferredPort: ports.objectStore, host, kind: storeKind, progress, ...keys });
  const variables = {
    S3_ENDPOINT: service.endpoint,
    S3_PUBLIC_ENDPOINT: `http://${publicHost ?? '127.0.0.1'}:${service.port}`,
    S3_BUCKET: bucket,
    S3_REGION: 'us-east-1',
    S3_ACCESS_KEY_ID: keys.accessKey,
    S3_SECRET_ACCESS_KEY: keys.secretKey,
  };
  return { ...service, variables };
}

async function mailbox({ dataFolder, ports }) {
  if (!unset('SMTP_URL')) return { note: 'configured by SMTP_URL', variables: given('SMTP_URL', 'MAIL_FROM', 'MAILBOX_URL') };
  const service = await startMailbox({ dataFolder, preferredPagePort: ports.mailboxPage, preferredSmtpPort: ports.smtp });
  const from = process.env.MAIL_FROM || 'Attesta <attesta@localhost.localdomain>';
  return { ...service, variables: { SMTP_URL: service.smtpUrl, MAIL_FROM: from, MAILBOX_URL: service.page } };
}

/** Only where people try things out: a site with real data names its own provider, or has none. */
async function identity({ ports, publicHost, demo }) {
  if (!unset('OIDC_ISSUER') || !demo)
    return {
      note: unset('OIDC_ISSUER') ? 'none' : 'configured by OIDC_ISSUER',
      variables: given('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'),
    };
  return startIdentityProvider({ preferredPort: ports.identity, siteHost: publicHost });
}

/**
 * Starts every local service that no variable configures. The object store, the slowest, may be started earlier with `startEarly`.
 * @returns the variables of them all, ready for the site and the worker
 */
export async function startServices(options, early) {
  const secrets = localSecrets(options.dataFolder);
  for (const name of ['mail', 'log']) closeToOthers(path.join(options.dataFolder, name));
  const starts = [
    step('PostgreSQL', () => database(options, secrets), 'set DATABASE_URL to a PostgreSQL you have (see .env.example)'),
    step('Mailbox', () => mailbox(options), 'set SMTP_URL to a mail server you have (see .env.example)'),
    step('Identity provider', () => identity(options), 'set OIDC_ISSUER to a provider you have (see .env.example)'),
    step(
      'Object store',
      (progress) => early?.follow(progress) ?? objectStore(options, secrets, progress),
      'see .env.example for the S3_ variables',
    ),
  ];
  // All come to an end before a failure is passed on: nothing starts after everything was stopped.
  const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  const [db, mail, idp, store] = await Promise.all(starts);
  return {
    variables: {
      ...db.variables,
      ...store.variables,
      ...mail.variables,
      ...idp.variables,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.nextAuthSecret,
    },
    services: { database: db, objectStore: store, mailbox: mail, identity: idp },
  };
}

/** Starts the object store in the background; `follow` waits for it and passes its progress on from then. */
export function startEarly(options) {
  let listener = () => {};
  const secrets = localSecrets(options.dataFolder);
  const result = objectStore(options, secrets, (text) => listener(text));
  result.catch(() => {}); // the step that follows reports it
  return {
    follow(progress) {
      listener = progress;
      return result;
    },
  };
}

/** Preferred ports of each set of services; a taken one is replaced. The tests take any free ones. */
export const preferredPorts = {
  demo: { postgres: 5433, objectStore: 9000, mailboxPage: 1080, smtp: 1025, identity: 9400 },
  dev: { postgres: 5434, objectStore: 9100, mailboxPage: 1180, smtp: 1125, identity: 9500 },
  test: {},
};
