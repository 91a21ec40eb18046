import type { Label, Procedure } from './procedure/shape';
import type { Language, OwnWord, WordForm } from './procedure/vocabulary';

/** What a region calls things. A word that the procedure says elsewhere (a role, a field) is taken from there; `words` add the rest and the forms. */

const field = (p: Procedure, id: string) => p.application.fields.find((f) => f.id === id)?.label;
const role = (p: Procedure, key: string) => p.roles.find((r) => r.key === key)?.label;

const SAID_ELSEWHERE: Partial<Record<OwnWord, (p: Procedure) => Label | undefined>> = {
  teacher: (p) => role(p, 'TEACHER'),
  applicant: (p) => role(p, 'TEACHER'),
  expert: (p) => role(p, 'EXPERT'),
  requested_category: (p) => field(p, 'requested_category'),
  attestation_form: (p) => field(p, 'attestation_form'),
  portfolio: (p) => p.portfolio.label,
  appointer: (p) => role(p, p.assessment.experts.selectedBy),
  card: (p) => (p.employerConfirmation.mode === 'card_prefilled' ? p.portfolio.label : undefined),
  employer_confirmation: (p) => (p.employerConfirmation.mode === 'none' ? undefined : p.employerConfirmation.label),
};

/** The region's word in a form of it, as it stands in the procedure; undefined where the region has none, or not in that form. */
export function ownWord(procedure: Procedure, key: string, language: Language, form?: WordForm): string | undefined {
  const own = procedure.words.find((word) => word.key === key);
  if (form) return (own?.forms?.[language] as Partial<Record<WordForm, string>> | undefined)?.[form];
  return (own?.label ?? SAID_ELSEWHERE[key as OwnWord]?.(procedure))?.[language];
}

/** `[key|words]` or `[key.form|words]` in a text of the interface: the region's word stands there, or these words where it has none. */
const SPOKEN = /\[([a-z_]+)(?:\.([a-z_]+))?\|([^\]|]*)\]/g;

/** A text with the region's words in it; without a procedure with the words of the text itself. */
export function speak(text: string, procedure: Procedure | null, language: Language): string {
  if (!text.includes('|')) return text;
  return text.replace(SPOKEN, (_, key: string, form: string | undefined, otherwise: string) => {
    const word = procedure && ownWord(procedure, key, language, form as WordForm | undefined);
    return word ? likeIn(otherwise, word) : otherwise;
  });
}

/** A word begins with a small letter where the text does, unless it is an abbreviation. */
function likeIn(text: string, word: string): string {
  const [first = '', second = ''] = word;
  const small = text.charAt(0) !== text.charAt(0).toUpperCase();
  if (small && second === second.toLowerCase()) return first.toLowerCase() + word.slice(1);
  return small ? word : first.toUpperCase() + word.slice(1);
}

/** A label as it stands inside a sentence: with a small letter, unless it is an abbreviation. */
export const inSentence = (label: string): string => likeIn('a', label);

/** Every place of a text where a region's word stands. */
export const spokenIn = (text: string): { key: string; form: string | undefined; otherwise: string }[] =>
  [...text.matchAll(SPOKEN)].map(([, key = '', form, otherwise = '']) => ({ key, form, otherwise }));
