#!/usr/bin/env node
// Stands in for Prisma's native schema engine: answers the CLI's JSON-RPC over stdio with the wasm build of the same engine, which npm ships.
// The protocol is internal to Prisma: all Prisma packages are pinned together, and scripts/prisma-schema-engine.test.ts fails loudly when it changes.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const debug = process.env.SCHEMA_ENGINE_DEBUG ? (text) => process.stderr.write(`${text}\n`) : () => {};

/** Every value that follows `flag` on the command line. */
const valuesOf = (flag) => args.flatMap((arg, at) => (arg === flag ? [args[at + 1]] : []));

const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}');

// PostgreSQL's catalogue has one-byte "char" columns (oid 18), which the adapter does not know and the engine wants as characters.
// Here they are read as text but named an array of characters (oid 1002); MigrationAdapter turns that name into a single character.
const resultPrototype = require('pg/lib/result').prototype;
const originalAddFields = resultPrototype.addFields;
resultPrototype.addFields = function addFields(fields) {
  const characters = fields.filter((field) => field.dataTypeID === 18);
  for (const field of characters) field.dataTypeID = 25;
  originalAddFields.call(this, fields);
  for (const field of characters) field.dataTypeID = 1002;
};

function withCharacters(connection) {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const isCharacter = (type, at) => type === ColumnTypeEnum.CharacterArray && !result.rows.some((row) => Array.isArray(row[at]));
    result.columnTypes = result.columnTypes.map((type, at) => (isCharacter(type, at) ? ColumnTypeEnum.Character : type));
    return result;
  };
  // The adapter cuts a migration at every semicolon, also inside the body of a function; PostgreSQL takes it whole.
  connection.executeScript = async (script) => {
    await connection.client.query(script).catch((error) => connection.onError(error));
  };
  return connection;
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

function databaseUrl(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function runSql(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The shadow databases that exist now, each with the act that drops it. */
const shadows = new Map();

/** The adapter plus what only migrations ask for: an empty database to replay them in, dropped afterwards. */
class MigrationAdapter extends PrismaPg {
  async connect() {
    return withCharacters(await super.connect());
  }

  async connectToShadowDb() {
    if (datasource.shadowDatabaseUrl) return new MigrationAdapter({ connectionString: datasource.shadowDatabaseUrl }).connect();
    const name = `attesta_shadow_${randomUUID()}`;
    await runSql(datasource.url, `create database ${quoted(name)}`);
    const connection = await new MigrationAdapter({ connectionString: databaseUrl(datasource.url, name) }).connect();
    const dispose = connection.dispose.bind(connection);
    shadows.set(name, async () => {
      shadows.delete(name);
      await dispose();
      await runSql(datasource.url, `drop database if exists ${quoted(name)} with (force)`);
    });
    connection.dispose = async () => shadows.get(name)?.();
    return connection;
  }
}

const cliErrorCodes = { '3D000': 'P1003', ECONNREFUSED: 'P1001' };

/** `cli can-connect-to-database` and `cli create-database`: an exit code, and one JSON line on stderr when it fails. */
async function runCli() {
  const url = datasource.url ?? valuesOf('-d')[0];
  const command = args.at(-1);
  try {
    if (command === 'can-connect-to-database') await runSql(url);
    if (command === 'create-database') {
      const name = decodeURIComponent(new URL(url).pathname.slice(1));
      await runSql(databaseUrl(url, 'postgres'), `create database ${quoted(name)}`);
    }
    return 0;
  } catch (error) {
    const fields = { message: error.message, error_code: cliErrorCodes[error.code] ?? 'P1000', is_panic: false };
    // The CLI skips the first line, where the native engine logs that it starts.
    const line = { level: 'ERROR', target: 'schema_engine::logger', timestamp: new Date().toISOString(), fields };
    process.stderr.write(`\n${JSON.stringify(line)}\n`);
    return 1;
  }
}

// Where the wasm build reports a panic; without it the process would end with no word of why.
let panic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };

async function loadEngine() {
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bindings = await import(path.join(folder, 'schema_engine_bg.js'));
  const wasm = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  const datamodels = valuesOf('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);
  const adapter = new MigrationAdapter({ connectionString: datasource.url ?? 'postgresql://localhost/none' });
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return bindings.SchemaEngine.new(options, debug, bindMigrationAwareSqlAdapterFactory(adapter));
}

let engine;
let printed = 0;
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

const pending = new Set();

function sendError(id, { message, code, meta = null }) {
  pending.delete(id);
  send({ id, error: { code: 4466, message, data: { is_panic: false, message, error_code: code, meta } } });
}

async function answer({ id, method, params }) {
  pending.add(id);
  try {
    engine ??= loadEngine();
    const name = method === 'getDatabaseVersion' ? 'version' : method;
    const target = await engine;
    if (typeof target[name] !== 'function') throw new Error(`The schema engine has no method ${method}`);
    const result = await target[name](params);
    // The native engine prints a diff by calling the CLI back; the wasm build returns it.
    if (method === 'diff' && result?.stdout) {
      printed += 1;
      send({ id: `print-${printed}`, method: 'print', params: { content: result.stdout } });
    }
    pending.delete(id);
    send({ id, result: result ?? null });
  } catch (error) {
    debug(error.stack);
    sendError(id, error);
  }
}

async function leave() {
  await Promise.allSettled([...shadows.values()].map((drop) => drop()));
  process.exit(0);
}

if (args.includes('cli')) process.exit(await runCli());

// A panic surfaces outside the call that caused it: its caller would wait for ever.
process.on('uncaughtException', (error) => {
  for (const id of pending) sendError(id, { message: panic ?? error.stack });
});
process.on('SIGTERM', leave);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line);
    if (message.method) void answer(message);
  })
  .on('close', leave);
