import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Position } from '@/domain/procedure/shape';
import { buildProcedure } from './build';
import { findFolders, readFolder, readShared } from './read';
import { jsonSchemas } from './schema';
import { madeFiles } from './writeOut';

const positions = (parse(readShared('procedures', 'positions.yaml')) as { items: Position[] }).items;
const built = findFolders('procedures').map((folder) => buildProcedure(readFolder(folder), positions));

describe('files made from the procedures', () => {
  it.each(Object.entries(madeFiles(built)))('%s is current (npm run procedures:check -- --draw)', (path, text) => {
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('draw every status and every way, and are no longer current when one changes', () => {
    const [first] = built;
    if (!first?.procedure) throw new Error('no procedure');
    const path = `docs/procedures/${first.procedure.id}.md`;
    const drawn = madeFiles([first])[path] ?? '';
    for (const { status } of first.procedure.statuses.application) expect(drawn).toContain(` as ${status}`);
    for (const { from, to } of first.procedure.transitions) expect(drawn).toContain(`  ${from} --> ${to} : `);
    const changed = { ...first, procedure: { ...first.procedure, transitions: first.procedure.transitions.slice(1) } };
    expect(madeFiles([changed])[path]).not.toBe(drawn);
  });

  it('the schemas know the closed words and refuse keys nobody knows', () => {
    const schema = JSON.parse(jsonSchemas()['procedure.schema.json'] ?? '{}');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.transitions.items.properties.guards.items.enum).toContain('experts_confirmed');
    expect(schema.properties.transitions.items.properties.action.enum).toContain('put_on_agenda');
    expect(Object.keys(jsonSchemas()).sort()).toEqual(['form', 'letters', 'procedure', 'reasons'].map((n) => `${n}.schema.json`));
  });
});
