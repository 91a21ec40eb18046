import { describe, expect, it } from 'vitest';
import { assignmentAfter } from '@/domain/assignment';
import { machineLabel } from '@/domain/labels';
import { formFor } from '@/domain/procedure/document';
import { leavesOf } from '@/domain/procedure/tree';
import { reasonProblems, reasonsFor } from '@/domain/reasons';
import { thresholdPoints } from '@/domain/scoring';
import { problemSentence } from '@/messages/sentence';
import { buildProcedure } from './build';
import { findNewest, readFolder } from './read';
import { paperCase, publishedProcedure } from './testing/published';
import { tagged } from './testing/tagged';

const sverdlovsk = publishedProcedure('sverdlovsk');
const form = formFor(sverdlovsk, 'teacher');
const begun = () =>
  paperCase(sverdlovsk, form, {
    last_name: 'Вострикова',
    first_name: 'Людмила',
    email: 'l@example.org',
    phone: '+7 900 000-00-00',
    municipality: 'm',
    organisation: 'o',
    position: 'teacher',
    experience_total: '17',
    experience_teaching: '14',
    requested_category: 'first',
    presence: 'without',
  });
const seats = (...statuses: ('INVITED' | 'CONFIRMED' | 'FINAL')[]) =>
  statuses.map((status) => ({ status, sheet: status === 'FINAL' ? ('FINAL' as const) : null }));

describe('Sverdlovsk', () => {
  it('goes from the portal’s number through «Подготовка» to «Оценка» when three have confirmed, the note is there and the stated day is over', () => {
    const paper = begun();
    expect(paper.go('submit', 'TEACHER')).toBe('Заявление ПГУ');
    expect(paper.set({ number: '66-2026-00001' })).toBe('Заявление ПГУ');
    expect(paper.set({ portalNumber: '74106469' })).toBe('Подготовка');
    expect(paper.go('accept', 'WORKING_GROUP')).toBe('Подготовка');
    expect(paper.set({ employerPaper: 'WAITING', assignments: seats('CONFIRMED', 'CONFIRMED', 'CONFIRMED') })).toBe('Подготовка');
    expect(paper.set({ employerPaper: 'ATTACHED', assignments: seats('CONFIRMED', 'CONFIRMED', 'INVITED') })).toBe('Подготовка');
    const day = { until: '2026-12-04', past: false };
    const full = { assignments: seats('CONFIRMED', 'CONFIRMED', 'CONFIRMED'), confirmationDay: day };
    expect(paper.set(full), 'the stated day of confirmation is ahead').toBe('Подготовка');
    expect(paper.set({ confirmationDay: { ...day, past: true } })).toBe('Оценка');
    expect(paper.set({ assignments: seats('FINAL', 'FINAL', 'FINAL') })).toBe('Оценка завершена');
  });

  it('tags as the manual’s own exactly what these lines of it say', () => {
    const said: Record<string, string> = {
      system: '3, 5, 76, 88',
      'words.teacher': '44, 188',
      'words.expert': '7, 106',
      'words.portfolio': '308',
      'words.score_sheet': '70, 334',
      'words.readiness': '102',
      'words.assessment_course': '104',
      'roles.TEACHER': '44, 188',
      'roles.SCHOOL_COORDINATOR': '195',
      'roles.EXPERT': '7, 106',
      'roles.WORKING_GROUP': '100',
      'categories.first': '203',
      'application.channels.state_portal': '24',
      'application.fields.organisation': '117, 191',
      'application.fields.position': '301',
      'application.fields.subject': '302',
      'application.fields.experience_total': '303',
      'application.fields.experience_teaching': '304',
      'application.fields.requested_category': '84, 203',
      'application.fields.attachments': '121',
      'assessment.scoring': '340, 342, 349, 355-375',
      'rights.0': '185-190, 320',
      'rights.1': '185-190, 320, 328',
      'statuses.application.PREPARATION': '90',
      'statuses.application.EXPERTISE': '206',
      'statuses.assignment.INVITED': '109',
      'statuses.assignment.CONFIRMED': '183, 187',
      'statuses.assignment.DECLINED': '223, 248',
      'caseLine.preparation': '90, 94',
      'caseLine.assessment': '96, 206',
      'transitions.DRAFT-SUBMITTED': '24',
      'transitions.PREPARATION-EXPERTISE': '26, 195, 256',
      'deadlines.service_total.example': '78, 80',
      'deadlines.expert_confirmation.example': '109',
      'deadlines.employer_note.example': '94',
      'deadlines.expert_review.example': '96',
      'documents.employer_note': '123, 195, 218, 320',
      'letters.invitation': '42-46',
      'letters.procedure_open': '256-262',
    };
    const { forms, positions: _, ...rest } = sverdlovsk;
    expect(tagged(rest, 'seed').sort()).toEqual(Object.keys(said).sort());
    // Lines 355-375: the scores of a teacher («Должность: Учитель», line 301). On the forms of other positions the same words are derived.
    expect(forms.filter((f) => tagged(f, 'seed').length > 0).map((f) => f.id)).toEqual(['teacher']);
    expect(tagged(form, 'seed')).toHaveLength(4 + 16 + 1);
    const shared = new Set(['g4_methods', 'g4_ict', 'g4_expert_exam', 'g4_expert_att']);
    const elsewhere = forms.filter((f) => f.id !== 'teacher').flatMap((f) => leavesOf(f.criteria).filter((leaf) => shared.has(leaf.id)));
    expect(new Set(elsewhere.map((leaf) => leaf.source))).toEqual(new Set(['derived']));
  });

  it('takes a corrected application back where it was, with its numbers', () => {
    const paper = begun();
    paper.go('submit', 'TEACHER');
    paper.set({ number: '66-2026-00001', portalNumber: '74106469' });
    expect(
      paper.go('return_for_correction', 'WORKING_GROUP', { reason: { id: 'wrong_position', text: 'Укажите должность как в договоре' } }),
    ).toBe('Возвращено на доработку');
    expect(paper.go('resubmit', 'TEACHER')).toBe('Подготовка');
    expect(paper.facts().status).toBe('REGISTERED');
  });

  it('calls the specialists Ожидание, Подтвержден, Отказ', () => {
    expect(['INVITED', 'CONFIRMED', 'DECLINED', 'NOT_NEEDED'].map((s) => machineLabel(sverdlovsk, 'assignment', s, 'ru'))).toEqual([
      'Ожидание',
      'Подтвержден',
      'Отказ',
      'Необходимое количество специалистов по оценке уже набрано',
    ]);
    expect(assignmentAfter('INVITED', 'confirm_participation')).toBe('CONFIRMED');
    expect(assignmentAfter('INVITED', 'decline_assignment')).toBe('DECLINED');
    expect(sverdlovsk.assessment.experts).toMatchObject({
      min: 3,
      max: 3,
      reserve: 2,
      firstComeFirstServed: true,
      declineReasonRequired: true,
    });
  });

  it('writes to the teacher in the manual’s words («Оценка», line 206) and of his own page', () => {
    const told = sverdlovsk.letters.filter((letter) => letter.recipient === 'TEACHER');
    expect(told.filter(({ subject, body }) => /эксперт/i.test(`${subject.ru} ${body.ru}`)).map(({ id }) => id)).toEqual([]);
    expect(told.filter(({ body }) => !body.ru.includes('{{links.cabinet}}')).map(({ id }) => id)).toEqual([]);
  });

  it('wants recommendations, saves twice and locks the points', () =>
    expect(sverdlovsk.assessment.scoring).toMatchObject({ lockAfterSave: true, twoStepSave: true, recommendationsRequired: true }));

  it('scores sixteen criteria in the four groups of the sample, whose sums are 3, 4, 8, 4', () => {
    const shown = form?.criteria ?? [];
    expect(shown).toHaveLength(4);
    expect(leavesOf(shown)).toHaveLength(16);
    expect(leavesOf(shown).every((leaf) => leaf.source === 'seed' && leaf.max === 2 && leaf.maxSource === 'derived')).toBe(true);
    expect(shown.map((c) => form?.sample?.subtotals[c.id])).toEqual([3, 4, 8, 4]);
    for (const group of shown) {
      const sum = leavesOf([group]).reduce((total, leaf) => total + (form?.sample?.scores[leaf.id] ?? Number.NaN), 0);
      expect(sum, group.id).toBe(form?.sample?.subtotals[group.id]);
    }
  });

  it('scores every position in four groups, each criterion from 0 to 2, against a proposed share of the maximum', () => {
    for (const { id, criteria, thresholds, totalMax } of sverdlovsk.forms) {
      expect(
        criteria.map((group) => group.id),
        id,
      ).toEqual(['g1', 'g2', 'g3', 'g4']);
      expect(new Set(leavesOf(criteria).map((leaf) => leaf.max)), id).toEqual(new Set([2]));
      expect(thresholds, id).toEqual({ first: { minShare: 50, source: 'proposed' }, highest: { minShare: 70, source: 'proposed' } });
      expect(totalMax, id).toBe(2 * leavesOf(criteria).length);
    }
    // The sample's 19 of 32 are over a half; what did not apply would lower the points that are needed.
    const first = form?.thresholds.first;
    expect(first && [thresholdPoints(first, 32), thresholdPoints(first, 26), thresholdPoints(first, 25)]).toEqual(['16', '13', '12.5']);
  });

  it('[SV-33] asks a specialist who refuses for a free reason: mandatory, from no list', () => {
    expect(reasonsFor(sverdlovsk, 'decline_assignment')).toEqual([]);
    const given = (text: string) => reasonProblems(sverdlovsk, 'decline_assignment', { id: null, text });
    expect(given('   ')).toMatchObject([{ code: 'REASON_REQUIRED', path: ['input', 'reason'], params: { count: 0 } }]);
    expect(given('Нахожусь в отпуске')).toEqual([]);
    expect(problemSentence('ru', 'REASON_REQUIRED', { count: 0 })).toBe('Нужна причина. Напишите её словами, её увидит получатель.');
    expect(problemSentence('ru', 'REASON_REQUIRED')).toContain('Выберите её из списка');
  });

  it('warns of the manual’s impossible dates and of nothing else', () => {
    const [folder] = findNewest('procedures', 'sverdlovsk');
    const { warnings } = buildProcedure(readFolder(folder ?? ''), sverdlovsk.positions);
    expect(warnings.map((warning) => warning.split('example: ')[1])).toEqual([
      'the example dates are 125 calendar days apart, over 90',
      'the example ends on 2023-06-26, before employer_note (2023-06-28) which opens it',
    ]);
  });
});
