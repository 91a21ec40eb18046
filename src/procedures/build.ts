import { createHash } from 'node:crypto';
import { type Document, LineCounter, parseDocument as parseYaml, visit } from 'yaml';
import type { z } from 'zod';
import { checkProcedure, type Fault } from '@/domain/procedure/check';
import { joinProcedure, type ProcedureParts, readDocument } from '@/domain/procedure/document';
import { type Form, formShape } from '@/domain/procedure/formShape';
import { lettersShape } from '@/domain/procedure/letterShape';
import { normaliseFile } from '@/domain/procedure/normalise';
import { reasonsShape } from '@/domain/procedure/reasonsShape';
import { anyFileShape, type Position, type Procedure, type ProcedureDocument } from '@/domain/procedure/shape';
import { checkPages, pagesOf } from './pages';
import type { Folder } from './read';

export interface Built {
  name: string;
  /** What its files say, in the schema they are written in: this is stored. Null while there is a fault. */
  document: ProcedureDocument | null;
  /** The same as every process reads it. */
  procedure: Procedure | null;
  /** SHA-256 over everything that decides a case; help pages and the shared names of positions may be corrected. */
  checksum: string;
  pages: Record<string, Record<string, string>>;
  /** Faults as `file:line path: message`. */
  errors: string[];
  warnings: string[];
}

interface Parsed {
  document: Document.Parsed;
  lines: LineCounter;
}

/** Builds a procedure from the texts of its folder; every fault is told with its file and line. */
export function buildProcedure(folder: Folder, positions: Position[]): Built {
  const name = `${folder.id}/${folder.version}`;
  const parsed = new Map<string, Parsed>();
  const faults: (Fault & { line?: number | undefined })[] = [];
  const shaped = <T>(file: string, shape: z.ZodType<T>): T | undefined => {
    const text = folder.texts[file];
    if (text === undefined) {
      faults.push({ file, path: [], message: 'file missing' });
      return undefined;
    }
    const data = readYaml(file, text, parsed, faults);
    if (data === undefined) return undefined;
    const result = shape.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues.slice(0, 20))
      faults.push({ file, path: issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p)), message: issue.message });
    return undefined;
  };

  const file = shaped('procedure.yaml', anyFileShape);
  const letters = shaped('letters.yaml', lettersShape)?.letters;
  const reasons = shaped('reasons.yaml', reasonsShape);
  const formFiles = Object.keys(folder.texts).filter((f) => f.startsWith('forms/'));
  const forms = formFiles.flatMap((f): [string, Form][] => {
    const form = shaped(f, formShape);
    return form ? [[f, form]] : [];
  });
  if (file && file.id !== folder.id) faults.push({ file: 'procedure.yaml', path: ['id'], message: `the folder is ${folder.id}` });
  if (file && file.version !== folder.version)
    faults.push({ file: 'procedure.yaml', path: ['version'], message: `the folder is ${folder.version}` });
  const pages = pagesOf(folder.pages, file, faults);
  const parts = file && letters && reasons && forms.length === formFiles.length ? { file, letters, reasons } : null;
  if (parts) {
    const normal = normaliseFile(
      parts.file,
      forms.map(([, form]) => form),
    );
    faults.push(
      ...checkProcedure({ ...parts, file: normal, forms: Object.fromEntries(forms), positionIds: new Set(positions.map((p) => p.id)) }),
    );
    const whole = { ...normal, ...parts, ...normal, forms: forms.map(([, form]) => form), positions };
    faults.push(...checkPages(folder, whole));
  }

  const show = (f: (typeof faults)[number]) => {
    const line = f.line ?? lineOf(parsed.get(f.file), f.path);
    return `${name}/${f.file}${line ? `:${line}` : ''}${f.path.length ? ` ${f.path.join('.')}` : ''}: ${f.message}`;
  };
  const errors = faults.filter((f) => !f.warning).map(show);
  const all: ProcedureParts | null = parts && { ...parts, forms: forms.map(([, form]) => form), positions };
  const document = all && errors.length === 0 ? joinProcedure(all) : null;
  return {
    name,
    document,
    procedure: document && readDocument(document),
    checksum: all ? checksumOf({ ...all, positions: undefined }) : '',
    pages,
    errors,
    warnings: faults.filter((f) => f.warning).map(show),
  };
}

/** Plain YAML only: anchors and aliases would hide what an official reads. */
function readYaml(file: string, text: string, parsed: Map<string, Parsed>, faults: (Fault & { line?: number | undefined })[]): unknown {
  const lines = new LineCounter();
  const document = parseYaml(text, { lineCounter: lines });
  parsed.set(file, { document, lines });
  const before = faults.length;
  for (const e of document.errors)
    faults.push({ file, path: [], message: e.message.split('\n')[0] ?? e.message, line: e.linePos?.[0].line });
  const refuse = (message: string, range: readonly number[] | null | undefined) =>
    void faults.push({ file, path: [], message, line: range ? lines.linePos(range[0] ?? 0).line : undefined });
  visit(document, {
    Alias: (_, node) => refuse('aliases are not allowed', node.range),
    Collection: (_, node) => (node.anchor ? refuse(`anchor ${node.anchor} is not allowed`, node.range) : undefined),
  });
  return faults.length > before ? undefined : document.toJS();
}

function lineOf(parsed: Parsed | undefined, path: (string | number)[]): number | undefined {
  if (!parsed) return undefined;
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length ? parsed.document.getIn(path.slice(0, length), true) : parsed.document.contents;
    const range = node && typeof node === 'object' && 'range' in node ? (node.range as number[] | null | undefined) : null;
    if (range) return parsed.lines.linePos(range[0] ?? 0).line;
  }
  return undefined;
}

function checksumOf(value: unknown): string {
  const ordered = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(ordered);
    if (v === null || typeof v !== 'object') return v;
    const entries = Object.entries(v).filter(([, x]) => x !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, x]) => [k, ordered(x)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');
}

/** One line of counts for the check's report. */
export function countsOf({ procedure }: Built): string {
  if (!procedure) return 'not readable';
  const leaves = procedure.forms.flatMap((f) => JSON.stringify(f.criteria).match(/"kind":"leaf"/g) ?? []).length;
  const indicators = procedure.forms.flatMap((f) => f.sections.flatMap((s) => s.indicators)).length;
  return [
    `${procedure.statuses.application.length} statuses`,
    `${procedure.transitions.length} transitions`,
    `${procedure.application.fields.length} fields`,
    `${procedure.forms.length} forms`,
    `${procedure.positions.length} positions`,
    `${indicators} indicators`,
    `${leaves} criteria`,
    `totals ${procedure.forms.map((f) => f.totalMax).join(' ')}`,
    `${procedure.deadlines.length} terms`,
    `${procedure.letters.length} letters`,
  ].join(', ');
}
