import { describe, expect, it } from 'vitest';
import { ownMove } from './own-move';

type Asked = Parameters<typeof ownMove>[0];
const asked = (given: { awaited?: string; offered?: string[]; wanted?: string[][] }): Asked => ({
  id: '1',
  whoseMove: given.awaited ? [{ roles: ['TEACHER'], yours: true, action: given.awaited, roleLabel: '', deadline: null }] : [],
  viewerActions: (given.offered ?? []).map((action) => ({ action, open: true })),
  submitProblems: (given.wanted ?? []).map((path) => ({ code: 'REQUIRED' as const, path, message: '' })),
});
const FIELD = ['field', 'phone'];

describe('the teacher’s own move', () => {
  it('is the form before the paper it is printed on', () => {
    const open = { awaited: 'attach_signed_application', offered: ['submit', 'attach_signed_application'] };
    expect(ownMove(asked({ ...open, wanted: [FIELD] }))).toMatchObject({ key: 'submit', href: '/teacher/applications/1/form', missing: 1 });
    expect(ownMove(asked({ ...open, wanted: [[]] }))).toMatchObject({
      key: 'attach_signed_application',
      href: '/teacher/applications/1/form/check#signed',
    });
  });

  it('is the form also while another opens the gate', () => {
    expect(ownMove(asked({ offered: ['submit'], wanted: [[]] }))).toMatchObject({
      key: 'submit',
      href: '/teacher/applications/1/form/check',
    });
  });

  it('leads to the part of the case where it is made', () => {
    expect(ownMove(asked({ awaited: 'sign_conclusion' }))?.href).toBe('/teacher/applications/1#conclusion');
    expect(ownMove(asked({ awaited: 'answer_information' }))?.href).toBe('/teacher/applications/1#information');
    expect(ownMove(asked({ awaited: 'submit_portfolio', offered: ['edit_portfolio'] }))?.href).toBe('/teacher/portfolio/1');
    expect(ownMove(asked({ awaited: 'resubmit', offered: ['resubmit'], wanted: [FIELD] }))?.key).toBe('resubmit');
  });

  it('is none where others are waited for', () => {
    expect(ownMove(asked({ offered: ['withdraw'] }))).toBeNull();
  });
});
