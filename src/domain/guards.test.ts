import { describe, expect, it } from 'vitest';
import { problemSentence } from '@/messages/sentence';
import { emptyFacts, type Facts } from './case/facts';
import { guardProblems } from './guards';
import { PROBLEM_CODES, type ProblemCode } from './problems';
import type { Guard } from './procedure/vocabulary';
import { madeUpRegion } from './testing/region';

/** Why each gate is closed: one cause, one code, one sentence. */

const procedure = madeUpRegion;
const codesOf = (guard: Guard, facts: Partial<Facts>) =>
  guardProblems(guard, { procedure, form: null, facts: { ...emptyFacts(), ...facts } }).map((p) => p.code);

describe('a closed gate gives its true reason', () => {
  it.each<[string, Guard, Partial<Facts>, ProblemCode[]]>([
    ['the school has not answered', 'employer_confirmed', { employerConfirmation: 'ASKED' }, ['EMPLOYER_NOT_CONFIRMED']],
    ['the school said no', 'employer_confirmed', { employerConfirmation: 'DISPUTED' }, ['EMPLOYER_DISPUTED']],
    ['the school’s paper is awaited', 'employer_note_attached', { employerPaper: 'WAITING' }, ['EMPLOYER_NOTE_MISSING']],
    ['the school’s paper was sent back', 'employer_note_attached', { employerPaper: 'RETURNED' }, ['EMPLOYER_NOTE_RETURNED']],
    ['nobody registered it', 'registration_number_assigned', { number: null }, ['REGISTRATION_NUMBER_MISSING']],
    ['nobody counted who is present', 'quorum_present', { quorum: null }, ['ATTENDANCE_NOT_RECORDED']],
    ['too few are present', 'quorum_present', { quorum: false }, ['QUORUM_MISSING']],
  ])('%s', (_cause, guard, facts, codes) => {
    expect(codesOf(guard, facts)).toEqual(codes);
  });

  it('a number of its own and the number on the portal are two things', () => {
    const portal = { label: { ru: 'Номер на портале', en: 'Number on the portal' }, recordedBy: 'OPERATOR', source: 'proposed' } as const;
    const twice = { ...procedure, application: { ...procedure.application, portal } };
    const facts = { ...emptyFacts(), number: '1' };
    expect(guardProblems('registration_number_assigned', { procedure: twice, form: null, facts })).toMatchObject([
      { code: 'PORTAL_NUMBER_MISSING' },
    ]);
  });

  it.each(['ru', 'en'] as const)('in a sentence that no other code has (%s)', (language) => {
    const sentences = PROBLEM_CODES.map((code) => problemSentence(language, code));
    expect(sentences.filter((sentence, k) => sentences.indexOf(sentence) !== k)).toEqual([]);
  });
});
