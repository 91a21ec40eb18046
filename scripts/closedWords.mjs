// Checks how the closed words of the domain are used: no list of statuses outside src/domain, no `default:` that a new word slips through.
// `closedWords.mjs [folder...]`, by default all sources.
import fs from 'node:fs';
import path from 'node:path';
import swc from '@swc/core';
import { root } from './lib/paths.mjs';

const OUTSIDE = /(^|\/)schema\.graphql$|\.(test|spec|fixture|table)\.tsx?$|\.generated\.|\.d\.m?ts$|^src\/(generated|gql|testing)\//;
const SQL_LIST = /\b(?:in|any|all)\s*\(\s*(?:array\s*\[\s*)?'([A-Z_]+)'\s*,\s*'([A-Z_]+)'/i;

/** Every status of the machines: the words of the constants called *_STATUSES in src/domain/procedure/statuses.ts. */
export function statusWords() {
  const { program } = parse('src/domain/procedure/statuses.ts', root);
  const words = new Set();
  for (const { type, declaration } of program.body) {
    if (type !== 'ExportDeclaration' || declaration.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations)
      if (/_STATUSES$/.test(id.value)) visit(init, (node) => node.type === 'StringLiteral' && words.add(node.value));
  }
  return words;
}

/** What breaks the two rules below `baseDir`, as `rule: file:line`, and how many files were read. */
export function checkClosedWords(folders = ['src', 'graphql', 'prisma'], baseDir = root) {
  const words = statusWords();
  const files = folders.flatMap((folder) => sourcesOf(folder, baseDir));
  const violations = files.flatMap((file) => {
    if (file.endsWith('.graphql')) return listsOfDocument(file, fs.readFileSync(path.join(baseDir, file), 'utf8'), words);
    const { program, lineOf, textOf } = parse(file, baseDir);
    const found = [];
    const isStatus = (node) => node?.type === 'StringLiteral' && words.has(node.value);
    const report = (rule, node) => found.push(`${rule}: ${file}:${lineOf(node)}`);
    visit(program, (node) => {
      if (node.type === 'SwitchCase' && !node.test) report('no-default', node);
      if (file.startsWith('src/domain/')) return;
      if (isList(node, isStatus) || isChain(node, isStatus, textOf) || isListInText(node, words)) report('status-list', node);
    });
    return found;
  });
  return { files: files.length, violations: [...new Set(violations)] };
}

const isList = ({ type, elements }, isStatus) =>
  type === 'ArrayExpression' && elements.length > 1 && elements.every((element) => isStatus(element?.expression));

/** `status === 'A' || status === 'B'`, or the same turned round. */
function isChain({ type, operator, left, right }, isStatus, textOf) {
  if (type !== 'BinaryExpression' || !['||', '&&'].includes(operator)) return false;
  const asked = operator === '||' ? '===' : '!==';
  const last = left.type === 'BinaryExpression' && left.operator === operator ? left.right : left;
  const both = [last, right].every((side) => side.type === 'BinaryExpression' && side.operator === asked && isStatus(side.right));
  return both && textOf(last.left) === textOf(right.left);
}

/** A list in SQL, or one joined by commas as an address carries it. */
function isListInText({ type, value, cooked, raw }, words) {
  const text = type === 'StringLiteral' ? value : type === 'TemplateElement' ? (cooked ?? raw) : '';
  const [, first, second] = SQL_LIST.exec(text) ?? [];
  const joined = text.split(',');
  return (words.has(first) && words.has(second)) || (joined.length > 1 && joined.every((word) => words.has(word)));
}

/** Lists in a document of the API; a schema has none. */
const listsOfDocument = (file, text, words) =>
  [...text.matchAll(/\[\s*"([A-Z_]+)"\s*,\s*"([A-Z_]+)"/g)]
    .filter(([, first, second]) => words.has(first) && words.has(second))
    .map(({ index }) => `status-list: ${file}:${text.slice(0, index).split('\n').length}`);

function sourcesOf(folder, baseDir) {
  return fs
    .readdirSync(path.join(baseDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|graphql)$/.test(entry.name))
    .map((entry) => path.relative(baseDir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !OUTSIDE.test(file))
    .sort();
}

function parse(file, baseDir) {
  const source = fs.readFileSync(path.join(baseDir, file));
  const program = swc.parseSync(source.toString(), { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'esnext' });
  // Offsets count bytes of every file this process has parsed; the first statement says where this one begins.
  const first = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(source.toString())?.[0] ?? '';
  const start = program.span.start - Buffer.byteLength(first);
  const lineOf = ({ span }) =>
    source
      .subarray(0, span.start - start)
      .toString()
      .split('\n').length;
  const textOf = ({ span }) => source.subarray(span.start - start, span.end - start).toString();
  return { program, lineOf, textOf };
}

/** Calls back for every node of a tree; a node without a span of its own is placed where the one around it stands. */
function visit(node, see, around = undefined) {
  if (Array.isArray(node)) for (const one of node) visit(one, see, around);
  else if (node && typeof node === 'object') {
    const span = node.span ?? around;
    if (typeof node.type === 'string') see({ ...node, span });
    for (const [key, value] of Object.entries(node)) if (key !== 'span') visit(value, see, span);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { files, violations } = checkClosedWords(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  for (const violation of violations) console.error(violation);
  console.log(`${files} files, ${violations.length} uses of closed words that a new one would slip through`);
  process.exit(violations.length > 0 || files < 50 ? 1 : 0);
}
