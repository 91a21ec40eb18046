import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { positionShape } from '@/domain/procedure/shape';
import { buildProcedure } from './build';
import { type Folder, findNewest, readFolder, readShared } from './read';
import { compareVersions } from './versions';

const root = join(process.cwd(), 'procedures');
const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared(root, 'positions.yaml'))).items;
const [path = ''] = findNewest(root, 'samara');
const sound = readFolder(path);
const { version } = sound;
const build = (changes: Partial<Folder>) => buildProcedure({ ...sound, ...changes }, positions);
const withText = (file: string, change: (text: string) => string) =>
  build({ texts: { ...sound.texts, [file]: change(sound.texts[file] ?? '') } });
const lineOf = (file: string, text: string) => (sound.texts[file] ?? '').split('\n').findIndex((l) => l.includes(text)) + 1;

describe('reading a procedure', () => {
  it('tells the line of a wrong word', () => {
    const line = lineOf('procedure.yaml', 'action: put_on_agenda, actor: SECRETARY');
    expect(
      withText('procedure.yaml', (t) =>
        t.replace('action: put_on_agenda, actor: SECRETARY', 'action: put_on_agenda, actor: GHOST'),
      ).errors.join(),
    ).toMatch(new RegExp(`samara/${version}/procedure\\.yaml:${line} transitions\\.\\d+\\.actor: `));
  });
  it('tells the line of a wrong sum', () => {
    const line = lineOf('forms/teacher.yaml', 'totalMax: 110');
    expect(withText('forms/teacher.yaml', (t) => t.replace('totalMax: 110', 'totalMax: 111')).errors.join()).toContain(
      `forms/teacher.yaml:${line} totalMax: 111, the leaves sum to 110`,
    );
  });
  it.each<[string, () => { errors: string[] }, RegExp]>([
    [
      'a syntax fault',
      () => withText('procedure.yaml', (t) => t.replace('schemaVersion: 3', 'schemaVersion: [ 2')),
      /procedure\.yaml:\d+: /,
    ],
    [
      'an unknown guard',
      () => withText('procedure.yaml', (t) => t.replace('guards: [ session_set ]', 'guards: [ moon_is_full ]')),
      /procedure\.yaml:\d+ transitions\.\d+\.guards\.0: /,
    ],
    [
      'an unknown action',
      () => withText('procedure.yaml', (t) => t.replace('action: put_on_agenda', 'action: teleport')),
      /procedure\.yaml:\d+ transitions\.\d+\.action: /,
    ],
    [
      'an unknown event of a letter',
      () => withText('letters.yaml', (t) => t.replace('event: application.admitted', 'event: application.sung')),
      /letters\.yaml:\d+ letters\.\d+\.event: /,
    ],
    ['an anchor', () => withText('letters.yaml', (t) => t.replace('letters:\n', 'letters: &all\n')), /anchor all is not allowed/],
    [
      'a missing file',
      () => build({ texts: Object.fromEntries(Object.entries(sound.texts).filter(([f]) => f !== 'letters.yaml')) }),
      /letters\.yaml: file missing/,
    ],
    ['an unknown key', () => withText('procedure.yaml', (t) => `${t}\nextra: 1\n`), /[Uu]nrecognized key/],
    [
      'a birth date as a password',
      () => withText('procedure.yaml', (t) => t.replace('password: generated', 'password: birth_date')),
      /a date of birth is never a password/,
    ],
    [
      'jpeg beside jpg',
      () => withText('procedure.yaml', (t) => t.replace('gif, png ], files', 'gif, jpeg ], files')),
      /jpeg counts as jpg/,
    ],
    ['a label without Russian', () => withText('procedure.yaml', (t) => t.replace('ru: Аттестуемый', 'ru: Teacher')), /no Cyrillic/],
    ['another schema', () => withText('procedure.yaml', (t) => t.replace('schemaVersion: 3', 'schemaVersion: 4')), /:\d+ schemaVersion: /],
    [
      'a transition without its source',
      () => withText('procedure.yaml', (t) => t.replace('action: submit, actor: TEACHER, source: seed', 'action: submit, actor: TEACHER')),
      /procedure\.yaml:\d+ transitions\.0\.source: /,
    ],
    [
      'a field that does not say what it shows',
      () =>
        withText('procedure.yaml', (t) =>
          t.replace('id: education, step: person, type: text, shows: case', 'id: education, step: person, type: text'),
        ),
      /procedure\.yaml:\d+ application\.fields\.4\.shows: say what it shows: case, contact, identity/,
    ],
    [
      'a telephone of any name that is shown to everybody',
      () =>
        withText('procedure.yaml', (t) =>
          t.replace('id: education, step: person, type: text, shows: case', 'id: mobile, step: person, type: phone, shows: case'),
        ),
      /procedure\.yaml:\d+ application\.fields\.4\.shows: a field of type phone shows contact, not case/,
    ],
    ['another folder', () => build({ version: '1.0.1' }), /the folder is 1\.0\.1/],
    ['a missing page', () => build({ pages: {} }), /pages\/what-it-is\.ru\.md: page missing/],
    ['a page of another name', () => build({ pages: { ...sound.pages, 'secret.ru.md': 'x' } }), /no page of this name/],
  ])('finds %s', (_, spoiled, message) => expect(spoiled().errors.join(' | ')).toMatch(message));
});

describe('the checksum', () => {
  const { checksum } = build({});
  it('minds what decides a case', () => {
    expect(withText('forms/teacher.yaml', (t) => t.replace('minTotal: 55', 'minTotal: 56')).checksum).not.toBe(checksum);
    expect(withText('letters.yaml', (t) => t.replace('Для вас создан', 'Вам создан')).checksum).not.toBe(checksum);
  });
  it('minds no comment, no help page and no order of keys', () => {
    expect(
      withText('procedure.yaml', (t) => `# a note\n${t.replace('schemaVersion: 3\nid: samara', 'id: samara\nschemaVersion: 3')}`).checksum,
    ).toBe(checksum);
    expect(build({ pages: { ...sound.pages, 'terms.ru.md': 'Иначе' } }).checksum).toBe(checksum);
  });
});

it('orders versions by number', () => {
  expect(['1.10.0', '1.2.0', '1.2.10', '0.9.9'].sort(compareVersions)).toEqual(['0.9.9', '1.2.0', '1.2.10', '1.10.0']);
});
