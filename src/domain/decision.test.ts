import { describe, expect, it } from 'vitest';
import { problemSentence, sentenceParams } from '@/messages/sentence';
import { hasQuorum, holdProblems, openMeetingActions, outcomeOf, planProblems, voteProblems } from './decision';
import type { Problem } from './problems';
import { madeUpRegion } from './testing/region';

const votes = (yes: number, no: number, abstained = 0) => ({ for: yes, against: no, abstained });
const planned = { date: '2026-11-24', status: 'PLANNED' as const };

describe('a quorum', () => {
  it.each([
    [7, 5, true],
    [7, 4, false],
    [9, 6, true],
    [6, 6, false],
    [7, 8, false],
  ])('of %i members with %i present: %s', (members, present, enough) => expect(hasQuorum(madeUpRegion, { members, present })).toBe(enough));
});

describe('a session', () => {
  it.each<[string, string, number, number, string[]]>([
    ['is held on its day', '2026-11-24', 9, 6, []],
    ['not before', '2026-11-23', 9, 6, ['MEETING_NOT_DUE']],
    ['not with a commission too small', '2026-11-24', 6, 6, ['VALUE_OUT_OF_RANGE']],
    ['not with more present than members', '2026-11-24', 7, 8, ['VALUE_OUT_OF_RANGE']],
    ['not with half a member', '2026-11-24', 7, 5.5, ['VALUE_OUT_OF_RANGE']],
    ['not without a quorum', '2026-11-24', 9, 5, ['QUORUM_MISSING']],
  ])('%s', (_, today, members, present, expected) =>
    expect(holdProblems(madeUpRegion, planned, today, { members, present }).map((p) => p.code)).toEqual(expected),
  );
  it('is held once', () => {
    expect(holdProblems(madeUpRegion, { ...planned, status: 'HELD' }, '2026-11-25', { members: 9, present: 9 })).toMatchObject([
      { code: 'MEETING_HELD' },
    ]);
    expect(openMeetingActions({ ...planned, status: 'HELD' }, 'SECRETARY', '2026-11-25')).toEqual([]);
  });
  it('is the secretary’s to hold, when it is due', () => {
    expect(openMeetingActions(planned, 'SECRETARY', '2026-11-24')).toEqual([{ action: 'hold_meeting', problems: [] }]);
    expect(openMeetingActions(planned, 'SECRETARY', '2026-11-20')).toMatchObject([{ problems: [{ code: 'MEETING_NOT_DUE' }] }]);
    expect(openMeetingActions(planned, 'OPERATOR', '2026-11-24')).toEqual([]);
  });
  it('is planned for a step the procedure has, not in the past', () => {
    expect(planProblems(madeUpRegion, 'final', '2026-11-24', '2026-11-24')).toEqual([]);
    expect(planProblems(madeUpRegion, 'final', '2026-11-23', '2026-11-24')).toMatchObject([{ code: 'DATE_IN_PAST' }]);
    expect(planProblems(madeUpRegion, 'admission', '2026-11-24', '2026-11-24')).toMatchObject([{ code: 'VALUE_NOT_LISTED' }]);
  });
});

describe('a form of the commission that is filled in wrongly', () => {
  const said = (problems: readonly Problem[]) =>
    problems.map(({ code, path, params }) => `${path.at(-1)}: ${problemSentence('ru', code, sentenceParams({ path, params }))}`);
  it('names each field in the form’s order, what is wrong with it and what to do', () => {
    expect(said(holdProblems(madeUpRegion, planned, '2026-11-24', { members: 3, present: -1 }))).toEqual([
      'members: Членов комиссии бывает от 7 до 999. Исправьте их число.',
      'present: Присутствующих не может быть больше, чем членов комиссии: от 0 до 999. Исправьте их число.',
    ]);
    expect(said(holdProblems(madeUpRegion, planned, '2026-11-24', { members: 7, present: 8 }))).toEqual([
      'present: Присутствующих не может быть больше, чем членов комиссии: от 0 до 7. Исправьте их число.',
    ]);
    expect(said(voteProblems(madeUpRegion, votes(1.5, 1, -1), 7, null, ''))).toEqual([
      'votesFor: Здесь нужно целое число цифрами. Напишите, например, 8.',
      'votesAbstained: Здесь нужно целое число цифрами. Напишите, например, 8.',
    ]);
    expect(said(voteProblems(madeUpRegion, votes(0, 0), 7, null, ''))).toEqual([
      'votesFor: Впишите голоса: «за», «против» и «воздержались».',
    ]);
    expect(said(voteProblems(madeUpRegion, votes(1, 5), 7, true, ''))).toEqual([
      'text: Решение расходится с оценкой экспертов. Напишите обоснование, оно войдёт в протокол.',
    ]);
  });
});

describe('a vote', () => {
  it.each([
    [5, 2, 'establish'],
    [2, 5, 'refuse'],
    [3, 3, 'establish'],
  ])('%i to %i: %s', (yes, no, outcome) => expect(outcomeOf(madeUpRegion, votes(yes, no))).toBe(outcome));
  it.each<[string, ReturnType<typeof votes>, boolean | null, string, string[]]>([
    ['is taken as the experts saw it', votes(5, 1, 1), true, '', []],
    ['needs a text against the experts', votes(1, 5), true, ' ', ['REASON_REQUIRED']],
    ['has it', votes(1, 5), true, 'Материалы не подтверждены', []],
    ['needs one for the teacher, too', votes(5, 1), false, '', ['REASON_REQUIRED']],
    ['has no more voices than heads', votes(6, 1, 1), null, '', ['TOO_MANY_VOTES']],
    ['has at least one voice', votes(0, 0), null, '', ['REQUIRED']],
    ['has whole voices', votes(1.5, 0), null, '', ['NUMBER_INVALID']],
    ['has no negative ones', votes(-1, 0), null, '', ['NUMBER_INVALID']],
  ])('%s', (_, counted, passed, text, expected) =>
    expect(voteProblems(madeUpRegion, counted, 7, passed, text).map((p) => p.code)).toEqual(expected),
  );
});
