import { type Problem, problem } from '../problems';
import { NAME_MAX } from './personName';
import { PHONE_MAX } from './phone';

/** Most characters of each kind of text, the same for the API and the field on the screen. */
export const TEXT_LIMITS = {
  name: NAME_MAX,
  phone: PHONE_MAX,
  /** An answer of the application's form. */
  answer: 2000,
  /** Why something is refused, returned, withdrawn, disputed; what the commission or a review adds. */
  reason: 2000,
  /** Of an expert at a criterion. */
  comment: 2000,
  /** What is asked of a teacher or a school beside the case, and what they answer. */
  question: 2000,
  reply: 5000,
  /** Of a teacher at the conclusion. */
  remarks: 5000,
  recommendations: 10_000,
  /** The school's answer to what a teacher says of his card. */
  cardAnswer: 1000,
  post: 200,
  login: 40,
  orderNumber: 50,
  portalNumber: 40,
  /** Digits of a count of people or votes, of a number in a table. */
  count: 3,
  number: 20,
} as const;

/** Why a text is longer than it may be, the blanks around it aside. */
export function lengthProblems(text: string, max: number, path: string[]): Problem[] {
  const size = text.trim().length;
  return size > max ? [problem('VALUE_TOO_LONG', path, { max, size })] : [];
}
