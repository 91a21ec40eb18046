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
} as const;
