import { type Problem, problem } from './problems';

/** Characters a name of a person may have: it stands in official letters. */
export const NAME_MAX = 100;

/** A mark of an address or of a program's language, or a dot within a word: no name has it, a link does. */
const NO_NAME = /[/\\@:;<>{}[\]|=&?#%*$^~"]|\p{L}{2}\.\p{L}/u;

/** A name as it is stored: one space between parts, no control, invisible or direction characters. */
export const tidyName = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** What is wrong with one name, tidied; an empty one is not wrong here. */
export function nameProblem(name: string, path: string[]): Problem[] {
  if ([...name].length > NAME_MAX) return [problem('VALUE_TOO_LONG', path, { max: NAME_MAX })];
  return NO_NAME.test(name) ? [problem('NAME_INVALID', path)] : [];
}

/** What is wrong with a person's names; only the patronymic may be empty. */
export function nameProblems(input: Record<'lastName' | 'firstName' | 'patronymic', string>): Problem[] {
  return (['lastName', 'firstName', 'patronymic'] as const).flatMap((field) => {
    const name = tidyName(input[field]);
    return !name && field !== 'patronymic' ? [problem('REQUIRED', [field])] : nameProblem(name, [field]);
  });
}
