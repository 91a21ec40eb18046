import { describe, expect, it } from 'vitest';
import type { Facts } from './case/facts';
import {
  indicatorHasRoom,
  portfolioAfter,
  portfolioEditable,
  portfolioProblems,
  portfolioProgress,
  portfolioStandsClosed,
} from './portfolio';
import { fullFacts } from './testing/facts';
import { madeUpRegion, smallForm } from './testing/region';

const facts = (filled: Record<string, number>, pending: string[] = [], values: Facts['values'] = {}) => ({
  values,
  portfolio: { status: 'DRAFT' as const, pending, filled },
});

describe('the portfolio', () => {
  it.each<[string, Partial<Facts>, boolean]>([
    ['is being filled while the case lets it', { status: 'SUBMITTED' }, false],
    ['stands closed when the term is missed', { status: 'EXPIRED' }, true],
    ['stands closed when the case is withdrawn', { status: 'WITHDRAWN' }, true],
    ['was sent, which is another word', { status: 'EXPERTISE', portfolio: { status: 'SENT', pending: [], filled: {} } }, false],
  ])('%s', (_what, given, closed) => {
    expect(portfolioStandsClosed(madeUpRegion, { ...fullFacts(), portfolio: facts({}).portfolio, ...given })).toBe(closed);
  });

  it.each<[string, Parameters<typeof facts>, string[]]>([
    ['is complete with the required and a piece in each section', [{ table: 1, talks: 1 }], []],
    ['names an empty section', [{ table: 1 }], ['PORTFOLIO_INCOMPLETE section.sharing']],
    ['names a missing required indicator', [{ report: 1, talks: 1 }], ['PORTFOLIO_INCOMPLETE indicator.table']],
    ['names the indicator with an upload under way', [{ table: 1, talks: 1 }, ['report']], ['UPLOAD_PENDING indicator.report']],
    [
      'asks an indicator only of its form of attestation',
      [{ table: 1, talks: 1 }, [], { attestation_form: 'remote' }],
      ['PORTFOLIO_INCOMPLETE indicator.remote_talks'],
    ],
    ['counts no evidence of zero files', [{ table: 0, talks: 1 }], ['PORTFOLIO_INCOMPLETE section.results']],
  ])('%s', (_, given, expected) =>
    expect(portfolioProblems(smallForm, facts(...given)).map((p) => `${p.code} ${p.path.join('.')}`)).toEqual(expected),
  );

  it('lets a section stay empty when the form says of each of its indicators that it is not required', () => {
    const [results, sharing] = smallForm.sections;
    if (!results || !sharing) throw new Error('two sections');
    const spare = { ...sharing, indicators: sharing.indicators.map((i) => ({ ...i, required: false })) };
    const form = { ...smallForm, sections: [results, spare] };
    expect(portfolioProblems(form, facts({ table: 1 }))).toEqual([]);
    expect(portfolioProgress(form, facts({ table: 1 }))[1]?.complete).toBe(true);
  });

  it('shows how far each section is', () => {
    const [results, sharing] = portfolioProgress(smallForm, facts({ table: 3 }, ['report']));
    expect(results).toMatchObject({ filled: 1, total: 2, required: 1, requiredFilled: 1, pending: 1, complete: false });
    expect(sharing).toMatchObject({ filled: 0, total: 1, required: 0, complete: false });
  });

  it.each<[string, Partial<Facts>, boolean]>([
    ['while being filled in', { status: 'REGISTERED' }, true],
    ['not in a status that does not allow it', { status: 'READY' }, false],
    ['not once sent', { status: 'REGISTERED', portfolio: { status: 'SENT', pending: [], filled: {} } }, false],
    ['when reopened', { status: 'REGISTERED', portfolio: { status: 'REOPENED', pending: [], filled: {} } }, true],
  ])('may be edited: %s', (_, changes, may) => expect(portfolioEditable(madeUpRegion, fullFacts(changes))).toBe(may));

  it('moves with the case', () => {
    expect(portfolioAfter(madeUpRegion, 'DRAFT', 'submit_portfolio')).toBe('SENT');
    expect(portfolioAfter(madeUpRegion, 'SENT', 'open_review')).toBe('BEING_CHECKED');
    expect(portfolioAfter(madeUpRegion, 'BEING_CHECKED', 'complete_review')).toBe('CHECKED');
    expect(portfolioAfter(madeUpRegion, 'CHECKED', 'withdraw')).toBe('CHECKED');
    expect(portfolioAfter({ ...madeUpRegion, portfolio: { ...madeUpRegion.portfolio, optional: true } }, 'NONE', 'open_review')).toBe(
      'NONE',
    );
  });

  it('holds as many files under an indicator as the procedure says', () => {
    expect(indicatorHasRoom(madeUpRegion, 1)).toEqual([]);
    expect(indicatorHasRoom(madeUpRegion, 2)).toMatchObject([{ code: 'FILE_LIMIT_REACHED', params: { max: 2 } }]);
  });
});
