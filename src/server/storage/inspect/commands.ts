import { Refusal } from './refusal';
import type { XmlElement } from './xml';

/** Parts of a workbook that hold formulas. */
const FORMULAS = new Set(['f', 'definedName', 'formula', 'formula1', 'formula2']);
const INSTRUCTIONS = new Set(['instrText', 'delInstrText']);
const DDE_FIELD = /^[\s"]*DDE(?:AUTO)?(?![\p{L}\d])/iu;
/** As much of a field's instruction as holds its name. */
const BEGINNING = 40;

/** Whether a formula speaks to another program (`cmd|'/c calc'!A0`): outside texts and quoted names a bar means nothing else. */
const isDdeFormula = (formula: string): boolean => formula.replace(/"[^"]*"|'[^']*'/g, '').includes('|');

/** Watches a part for commands by which Office starts another program (DDE): fields of Word, links and formulas of Excel. */
export function watchCommands(part: string) {
  const refuse = () => new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'dde', part });
  // a field's instruction may be cut into many runs, and fields may stand in fields
  const fields: string[] = [''];
  let within = '';
  let formula = '';

  const instruct = (text: string) => {
    fields.push(`${fields.pop() ?? ''}${text}`.trimStart().slice(0, BEGINNING));
  };
  const check = (instruction: string | undefined) => {
    if (instruction !== undefined && DDE_FIELD.test(instruction)) throw refuse();
  };

  return {
    open({ name, attributes }: XmlElement): void {
      within = INSTRUCTIONS.has(name) || FORMULAS.has(name) ? name : '';
      formula = '';
      if (name === 'ddeLink') throw refuse();
      if (name === 'fldSimple') for (const key in attributes) if (/(?:^|:)instr$/.test(key)) check(attributes[key]);
      if (name !== 'fldChar') return;
      const type = Object.entries(attributes).find(([key]) => /(?:^|:)fldCharType$/.test(key))?.[1];
      if (type === 'begin') fields.push('');
      else if (type === 'separate') check(fields.at(-1));
      else if (type === 'end') check(fields.length > 1 ? fields.pop() : fields[0]);
    },
    text(text: string): void {
      if (INSTRUCTIONS.has(within)) instruct(text);
      else if (within !== '') formula += text;
    },
    close(name: string): void {
      if (FORMULAS.has(name) && isDdeFormula(formula)) throw refuse();
      within = '';
    },
    /** A field that nothing closed. */
    end(): void {
      for (const field of fields) check(field);
    },
  };
}
