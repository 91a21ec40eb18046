import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from './problems';
import { fillIn, lettersFor, placeholdersIn } from './procedure/letterShape';
import { isForbiddenReason, reasonRequired, reasonsFor } from './reasons';
import { madeUpRegion } from './testing/region';

describe('a letter', () => {
  it('fills in its placeholders and never sends a bare mark', () => {
    expect(fillIn('Дело {{ application.number }} до {{deadline.folder.date}}, {{nope}}!', { 'application.number': '7' })).toBe(
      'Дело 7 до , !',
    );
    expect(placeholdersIn('{{a}} и {{ b.c }}')).toEqual(['a', 'b.c']);
  });
  it('says no sign of a number where there is none yet', () => {
    const text = 'Заявление № {{application.number}} нужно исправить. Application No. {{application.number}}: correct it.';
    expect(fillIn(text, { 'application.number': '' })).toBe('Заявление нужно исправить. Application: correct it.');
    expect(fillIn(text, { 'application.number': '7' })).toBe('Заявление № 7 нужно исправить. Application No. 7: correct it.');
  });
  it('is found by its event', () => {
    expect(lettersFor(madeUpRegion.letters, 'employer.reminded').map((l) => l.id)).toEqual(['remind_school']);
    expect(lettersFor(madeUpRegion.letters, 'review.opened')).toEqual([]);
  });
});

describe('a reason', () => {
  it('is asked for where somebody loses by the act', () => {
    expect(
      (
        [
          'refuse_intake',
          'return_for_correction',
          'withdraw',
          'reopen_review',
          'dispute_employer',
          'decline_assignment',
          'declare_conflict',
        ] as const
      ).map((a) => reasonRequired(madeUpRegion, a)),
    ).not.toContain(false);
    expect((['admit', 'submit', 'grant', 'confirm_employer'] as const).map((a) => reasonRequired(madeUpRegion, a))).not.toContain(true);
    expect(reasonsFor(madeUpRegion, 'admit')).toEqual([]);
  });
  it.each([
    ['Диплом не соответствует профилю должности', true],
    ['Образование непрофильное, другого профиля', true],
    ['Находилась в отпуске по уходу за ребенком', true],
    ['Был перерыв в педагогической работе', true],
    ['Малый стаж работы в этой организации', true],
    ['Работает меньше года, недостаточный срок работы в школе', true],
    ['Должность не относится к педагогическим', false],
    ['Копия приказа не читается', false],
    ['Заявитель в организации не работает', false],
  ])('«%s» is forbidden: %s', (text, forbidden) => expect(isForbiddenReason(text)).toBe(forbidden));
});

it('has each problem code once', () => expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length));
