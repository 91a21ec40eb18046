import { describe, expect, it } from 'vitest';
import { emptyFacts, type Facts } from '@/domain/case/facts';
import { whoseMove } from '@/domain/case/moves';
import { READY_CARD } from '@/domain/testing/facts';
import { publishedNames, publishedProcedure } from '@/procedures/testing/published';
import { OWN_ACTS, ownMove } from './own-move';

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

  it('leads to the account when only the person’s details are missing', () => {
    const profile = { code: 'PROFILE_NOT_FILLED' as const, path: [], message: '' };
    const waits = { ...asked({ awaited: 'edit_application', offered: ['submit'] }), submitProblems: [profile] };
    expect(ownMove(waits)).toMatchObject({ key: 'edit_application', href: '/account' });
  });

  it.each(publishedNames())('has words for every act that %s waits for', (name) => {
    const procedure = publishedProcedure(name);
    const cases: Partial<Facts>[] = [
      {},
      { profileFilled: false },
      { signedApplication: true, card: READY_CARD, employerConfirmation: 'CONFIRMED' },
      { employerConfirmation: 'DISPUTED' },
      { conclusionAttached: true, requests: { asked: 1, awaited: ['TEACHER'] } },
    ];
    const acts = procedure.statuses.application.flatMap(({ status }) =>
      cases.flatMap((given) =>
        whoseMove(procedure, null, { ...emptyFacts(), ...given, status }).flatMap((move) =>
          move.roles.includes('TEACHER') ? move.action : [],
        ),
      ),
    );
    expect(acts).not.toEqual([]);
    expect(acts.filter((act) => !OWN_ACTS.some((known) => known === act))).toEqual([]);
  });
});
