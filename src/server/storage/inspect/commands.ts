import { isRemote } from './links';
import { Refusal } from './refusal';
import type { XmlElement } from './xml';

/** Parts of a workbook that hold formulas. */
const FORMULAS = new Set(['f', 'definedName', 'formula', 'formula1', 'formula2']);
const INSTRUCTIONS = new Set(['instrText', 'delInstrText']);
/** The instruction of a field that starts another program. */
export const DDE_FIELD = /^[\s"]*DDE(?:AUTO)?(?![\p{L}\d])/iu;
/** A name that a field inside it may yet complete to a command; of no other field is the name computed. */
const UNFINISHED_NAME = /^[\s"]*(?:D|DD|DDE|DDEA|DDEAU|DDEAUT)?$/i;
/** Fields that bring in what lies elsewhere. */
const FETCHING_FIELD = /^[\s"]*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE)(?![\p{L}\d])/iu;
/** A picture that was pasted from a web page: its field keeps the address and the document the picture, unless it says `\d`. */
const PASTED_PICTURE = /^[\s"]*INCLUDEPICTURE(?![\p{L}\d])(?!.*\\d(?:\s|$))/isu;
/** Stands for an instruction that was judged: what follows in its field is the result. */
const RESULT = '=';
/** As much of a field's instruction as holds its name and its address. */
const BEGINNING = 4_096;

/** Whether a formula speaks to another program (`cmd|'/c calc'!A0`, CALL): outside texts and quoted names a bar means nothing else. */
const isDdeFormula = (formula: string): boolean => /\||(?<![\p{L}\d_.])(?:CALL|REGISTER(?:\.ID)?|RTD)\s*\(/iu.test(unquoted(formula));
/** The functions of Excel that ask the network when a sheet is computed. */
const isFetchingFormula = (formula: string): boolean => /(?<![\p{L}\d_])(?:WEBSERVICE|IMAGE)\s*\(/iu.test(unquoted(formula));
const unquoted = (formula: string): string => formula.replace(/"[^"]*"|'[^']*'/g, '');

/** Whether a field asks another computer: by a share in any case, since that tells one's password's hash; by the web unless it was pasted. */
function isFetchingField(instruction: string): boolean {
  if (!FETCHING_FIELD.test(instruction)) return false;
  const addresses = [...instruction.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => (quoted ?? word).replaceAll('\\\\', '\\'));
  const remote = addresses.filter((address) => isRemote(address));
  return PASTED_PICTURE.test(instruction) ? remote.some((address) => !/^https?:/i.test(address)) : remote.length > 0;
}

/** ActiveX controls that show web pages, run scripts or carry files: Internet Explorer's, Flash, ScriptBridge, Packager. */
const FOREIGN_CONTROLS = new Set([
  '8856f961-340a-11d0-a96b-00c04fd705a2',
  'eab22ac3-30c1-11cf-a7eb-0000c05bae0b',
  '25336920-03f9-11cf-8fd0-00aa00686f13',
  '3050f4d8-98b5-11cf-bb82-00aa00bdce0b',
  'd27cdb6e-ae6d-11cf-96b8-444553540000',
  'ae24fdae-03c6-11d1-8b76-0080c744f389',
  'f20da720-c02f-11ce-927b-0800095ae340',
]);

const classOf = (text = ''): string => text.toLowerCase().replace(/[{}\s]/g, '');

/** Watches a part for commands by which Office starts another program or asks another computer: fields of Word, links and formulas of Excel. */
export function watchCommands(part: string) {
  const refuse = () => new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'dde', part });
  const refuseRemote = () => new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'remote', link: 'object', part });
  // a field's instruction may be cut into many runs, and fields may stand in fields
  const fields: string[] = [''];
  let within = '';
  let formula = '';

  const instruct = (text: string) => {
    fields.push(`${fields.pop() ?? ''}${text}`.trimStart().slice(0, BEGINNING));
  };
  const check = (instruction = '') => {
    if (DDE_FIELD.test(instruction)) throw refuse();
    if (isFetchingField(instruction)) throw refuseRemote();
  };

  return {
    open({ name, attributes }: XmlElement): void {
      within = INSTRUCTIONS.has(name) || FORMULAS.has(name) ? name : '';
      formula = '';
      if (name === 'ddeLink') throw refuse();
      if (name === 'ocx')
        for (const key in attributes) if (FOREIGN_CONTROLS.has(classOf(attributes[key]))) throw new Refusal('FILE_HAS_ACTIVE_CONTENT');
      if (name === 'fldSimple') for (const key in attributes) if (/(?:^|:)instr$/.test(key)) check(attributes[key]);
      if (name !== 'fldChar') return;
      const type = Object.entries(attributes).find(([key]) => /(?:^|:)fldCharType$/.test(key))?.[1];
      if (type === 'begin') {
        if (fields.length > 1 && UNFINISHED_NAME.test(fields.at(-1) ?? '')) throw refuse();
        fields.push('');
      }
      if (type === 'separate') {
        check(fields.at(-1));
        if (fields.length > 1) fields[fields.length - 1] = RESULT;
      }
      if (type === 'end') check(fields.length > 1 ? fields.pop() : fields[0]);
    },
    text(text: string): void {
      if (INSTRUCTIONS.has(within)) instruct(text);
      else if (within !== '') formula += text;
    },
    close(name: string): void {
      if (FORMULAS.has(name) && isDdeFormula(formula)) throw refuse();
      if (FORMULAS.has(name) && isFetchingFormula(formula)) throw refuseRemote();
      within = '';
    },
    /** A field that nothing closed. */
    end(): void {
      for (const field of fields) check(field);
    },
  };
}
