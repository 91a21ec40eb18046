import { type Problem, problem } from '../problems';
import { hasCyrillic, hasForeign, inCyrillic } from './alphabets';
import { bareValue, plainDashes, plainLine } from './plain';

/** Characters a name of a person may have: it stands in official letters. */
export const NAME_MAX = 100;

/** A mark of an address or of a program's language, or a dot within a word: no name has it, a link does. */
const NO_NAME = /[/\\@:;<>{}[\]|=&?#%*$^~"«»!_+№,]|\p{L}{2}\.\p{L}/u;
const APOSTROPHE = /['`´‘’ʻʼ]/g;
/** Parts that stay small: «Али оглы», «де ла Крус», «фон дер Лейен». */
const SMALL = new Set([
  'оглы',
  'кызы',
  'де',
  'ди',
  'да',
  'дю',
  'дель',
  'ла',
  'ле',
  'фон',
  'фан',
  'ван',
  'дер',
  'ден',
  'тен',
  'цу',
  'аль',
  'эль',
  'бен',
  'бин',
  'ибн',
  'заде',
  'угли',
  'уулу',
]);

/** A name as it is stored: nothing invisible, one space between parts, hyphens and apostrophes of one kind; one written in small letters gets its capitals. */
export function tidyName(typed: string): string {
  const name = alone(plainDashes(plainLine(typed.replace(APOSTROPHE, '’'))).replace(/\s*-\s*/g, '-'));
  return name === name.toLowerCase() ? name.replace(/\p{L}[\p{L}\p{M}’]*/gu, capital) : name;
}

/** Without quotes around it, the comma behind it, the full stop of a sentence: one behind one or two letters is an abbreviation's. */
function alone(name: string): string {
  const bare = /(?<!\p{L})\p{L}{1,2}\.$/u.test(name) ? name : bareValue(name);
  return /\p{L}/u.test(bare) ? bare.replace(/-$/, '') : name;
}

function capital(word: string, at: number): string {
  if (at > 0 && SMALL.has(word)) return word;
  const [head = '', tail] = word.split('’');
  if (tail === undefined || head.length > 1) return upper(word);
  return `${head === 'д' ? head : upper(head)}’${upper(tail)}`;
}
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

type NameField = 'lastName' | 'firstName' | 'patronymic';

/** What is wrong with one name, tidied; an empty one is not wrong here. `reason` and, where letters have Cyrillic twins, `offer` say what to do. */
export function nameProblem(name: string, path: string[]): Problem[] {
  if (!name) return [];
  const invalid = (reason: string, more = {}) => [problem('NAME_INVALID', path, { reason, ...more })];
  if ([...name].length > NAME_MAX) return [problem('VALUE_TOO_LONG', path, { max: NAME_MAX, size: [...name].length })];
  if (NO_NAME.test(name)) return invalid('marks');
  if (/\p{N}/u.test(name)) return invalid('digits');
  if (!/\p{L}/u.test(name)) return invalid('letters');
  if (!hasForeign(name)) return [];
  const offer = hasCyrillic(name) ? inCyrillic(name) : null;
  return offer ? invalid('mixed', { offer: tidyName(offer) }) : invalid('foreign');
}

/** What is wrong with a person's names; only the patronymic may be empty, and what is kept already as it was typed (`kept`) is taken. */
export function nameProblems(input: Record<NameField, string>, kept?: Readonly<Record<NameField, string>>): Problem[] {
  return (['lastName', 'firstName', 'patronymic'] as const).flatMap((field) => {
    const name = tidyName(input[field]);
    if (!name && field !== 'patronymic') return [problem('REQUIRED', [field])];
    return kept && input[field] === kept[field] ? [] : nameProblem(name, [field]);
  });
}
