import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { calendarIndex } from '@/domain/calendar';
import { emptyFacts, type Facts } from '@/domain/case/facts';
import { whoseMove } from '@/domain/case/moves';
import { machineLabel, publicStatusLabel } from '@/domain/labels';
import { calendarShape } from '@/domain/procedure/calendarShape';
import { calendarProblems } from '@/domain/procedure/check/calendar';
import { formFor, parseDocument } from '@/domain/procedure/document';
import { type Procedure, positionShape } from '@/domain/procedure/shape';
import { indicatorsOf, leavesOf } from '@/domain/procedure/tree';
import { isForbiddenReason } from '@/domain/reasons';
import { nextSession } from '@/domain/schedule';
import { as, NOW } from '@/domain/testing/facts';
import {
  emptyPanelNeverPasses,
  movesAreOpen,
  neverStuck,
  openIffAccepted,
  strangerIsRefused,
  walksStayInside,
} from '@/domain/testing/laws';
import { answersToReach, decide, isLast, SYSTEM, systemMove } from '@/domain/workflow';
import { buildProcedure } from './build';
import { findFolders, findNewest, readFolder, readShared } from './read';
import { PUBLISHED } from './testing/publishedChecksums';

const root = join(process.cwd(), 'procedures');
const positions = z.object({ items: z.array(positionShape) }).parse(parse(readShared(root, 'positions.yaml'))).items;
const calendar = calendarShape.parse(parse(readShared(root, 'calendar-ru.yaml')));
const built = findFolders(root).map((folder) => buildProcedure(readFolder(folder), positions));
const newest = findNewest(root).map((folder) => buildProcedure(readFolder(folder), positions));
const read = (id: string): Procedure => {
  const found = newest.find((b) => b.procedure?.id === id)?.procedure;
  if (!found) throw new Error(`${id} cannot be read`);
  return found;
};

describe.each(built)('$name', (b) => {
  it('has no fault', () => expect(b.errors).toEqual([]));
  it('survives being stored as JSON', () => expect(parseDocument(JSON.parse(JSON.stringify(b.document)))).toEqual(b.procedure));
});

describe('what the dialogs say of taking an act back', () => {
  it.each([
    ['chelyabinsk', true],
    ['irkutsk', true],
    ['samara', true],
    ['sverdlovsk', true],
    // A declined application may be corrected and sent again.
    ['tomsk', false],
  ])('%s: declining an application ends its case: %s; an order always does', (id, ends) => {
    expect(isLast(read(id), 'INTAKE_REFUSED')).toBe(ends);
    expect([isLast(read(id), 'GRANTED'), isLast(read(id), 'REFUSED')]).toEqual([true, true]);
    expect(isLast(read(id), 'DECIDED')).toBe(false);
  });
});

describe('versions published before today', () => {
  it.each(Object.entries(PUBLISHED))('%s keeps its checksum', (name, checksum) =>
    expect(built.find((b) => b.name === name)?.checksum).toBe(checksum),
  );
});

describe.each(newest)('the laws of $name', (b) => {
  if (!b.procedure) throw new Error(`${b.name} cannot be read`);
  const procedure = b.procedure;
  it('accepts exactly what it shows open', () => openIffAccepted(procedure, 150));
  it('calls a move somebody’s own when it is open to him, and only then', () => movesAreOpen(procedure, 300));
  it('refuses a stranger everything', () => strangerIsRefused(procedure, 300));
  it('never leaves its own statuses, and the system comes to rest', () => walksStayInside(procedure, 40));
  it('leaves nobody stuck, whatever was done and whatever lapsed', () => neverStuck(procedure, 150));
  it('never lets an empty panel pass', () => emptyPanelNeverPasses(procedure, 200));
  it('numbers nothing in its labels: the screens count by the place, and two numbers contradict each other', () => {
    const labels = procedure.forms.flatMap((form) => [
      ...indicatorsOf(form).map((i) => i.label),
      ...form.criteria.flatMap((group) => [group, ...leavesOf([group])]).map((c) => c.label),
    ]);
    expect(labels.flatMap(({ ru, en }) => [ru, en]).filter((text) => /^\d+\.\d/.test(text))).toEqual([]);
  });
  it('offers no reason the law forbids', () => {
    const reasons = procedure.reasons.refuse_intake ?? [];
    expect(reasons.filter((r) => isForbiddenReason(r.label.ru))).toEqual([]);
  });
  it('has somebody to move in every status that is no end and that the system does not leave by itself', () => {
    const stuck = procedure.statuses.application.filter(
      (s) =>
        !s.terminal &&
        !procedure.transitions.every((t) => t.from !== s.status || t.actor === SYSTEM) &&
        whoseMove(procedure, procedure.forms[0] ?? null, {
          ...emptyFacts(),
          status: s.status,
          values: answersToReach(procedure, s.status),
          decision: { outcome: 'establish' },
        }).length === 0,
    );
    expect(stuck.map((s) => s.status)).toEqual([]);
  });
});

describe('the production calendar', () => {
  it('has no fault', () => expect(calendarProblems(calendar)).toEqual([]));
  it('tells of a holiday nobody gets back', () => {
    const broken = structuredClone(calendar);
    broken.years[1]?.daysOff.splice(1, 1);
    expect(calendarProblems(broken)).toContain('2026-03-08: weekend holiday is not compensated');
  });
});

describe('the first region', () => {
  const samara = read('samara');
  const form = formFor(samara, 'teacher');
  const say = (status: Facts['status']) => publicStatusLabel(samara, { ...emptyFacts(), status }, 'ru');

  it('calls a case НОВОЕ, В РАБОТЕ, ОБРАБОТКА ЗАКОНЧЕНА', () => {
    expect(['REGISTERED', 'PREPARATION', 'READY', 'EXPERTISE', 'EXPERTISE_DONE', 'DECIDED'].map((s) => say(s as Facts['status']))).toEqual([
      'НОВОЕ',
      'В РАБОТЕ',
      'В РАБОТЕ',
      'В РАБОТЕ',
      'ОБРАБОТКА ЗАКОНЧЕНА',
      'ОБРАБОТКА ЗАКОНЧЕНА',
    ]);
  });
  it('calls the portfolio СДАНО НА ПРОВЕРКУ, ПРОВЕРЯЕТСЯ, ПРОВЕРКА ОКОНЧЕНА', () => {
    expect(['SENT', 'BEING_CHECKED', 'CHECKED'].map((s) => machineLabel(samara, 'portfolio', s, 'ru'))).toEqual([
      'СДАНО НА ПРОВЕРКУ',
      'ПРОВЕРЯЕТСЯ',
      'ПРОВЕРКА ОКОНЧЕНА',
    ]);
  });
  it('meets on the 28th, on the next working day when that is off', () => {
    const index = calendarIndex(calendar);
    expect(nextSession(samara, '2026-10-01', index)).toBe('2026-10-28');
    expect(nextSession(samara, '2026-10-28', index)).toBe('2026-11-30');
    expect(nextSession(samara, '2026-11-29', index)).toBe('2026-11-30');
  });

  it('runs from application to decision by its own table, and every gate holds on the way', () => {
    let facts: Facts = { ...emptyFacts(), values: answers(samara), fieldFiles: { held_category_document: 1 } };
    const go = (action: Parameters<typeof decide>[3], role: Parameters<typeof as>[0] | typeof SYSTEM, input = {}) => {
      const verdict = role === SYSTEM ? systemMove(samara, form, facts) : decide(samara, form, facts, action, as(role), NOW, input);
      if (!verdict) return 'rests';
      if (!verdict.ok) return verdict.problems.map((p) => p.code).join();
      facts = { ...facts, status: verdict.to, portfolio: { ...facts.portfolio, status: verdict.portfolio } };
      return verdict.to;
    };
    expect(go('submit', 'TEACHER')).toBe('REGISTERED');
    facts = {
      ...facts,
      everSubmitted: true,
      number: '63-2026-00001',
      meeting: { step: 'admission', date: '2026-11-30', status: 'PLANNED' },
    };
    expect(go('admit', 'SECRETARY')).toBe('SESSION_NOT_HELD');
    facts = { ...facts, meeting: { step: 'admission', date: '2026-11-30', status: 'HELD' }, employerConfirmation: 'ASKED' };
    expect(go('admit', 'SECRETARY')).toBe('PREPARATION');
    expect(go('submit_portfolio', 'TEACHER')).toContain('EMPLOYER_NOT_CONFIRMED,PORTFOLIO_INCOMPLETE');
    facts = {
      ...facts,
      employerConfirmation: 'CONFIRMED',
      portfolio: { ...facts.portfolio, filled: Object.fromEntries((form ? indicatorsOf(form) : []).map((i) => [i.id, 1])) },
    };
    expect(go('submit_portfolio', 'TEACHER')).toBe('READY');
    expect(go('open_review', SYSTEM)).toBe('rests');
    facts = {
      ...facts,
      assignments: [
        { status: 'CONFIRMED', sheet: null },
        { status: 'CONFIRMED', sheet: null },
      ],
    };
    expect(go('open_review', SYSTEM)).toBe('EXPERTISE');
    expect(facts.portfolio.status).toBe('BEING_CHECKED');
    facts = {
      ...facts,
      assignments: [
        { status: 'FINAL', sheet: 'FINAL' },
        { status: 'FINAL', sheet: 'FINAL' },
      ],
    };
    expect(go('complete_review', SYSTEM)).toBe('EXPERTISE_DONE');
    expect(facts.portfolio.status).toBe('CHECKED');
    expect(go('put_on_agenda', 'SECRETARY', { meeting: { date: '2026-12-28' } })).toBe('MEETING_SET');
    facts = { ...facts, meeting: { step: 'final', date: '2026-12-28', status: 'HELD' }, quorum: true };
    expect(go('record_decision', 'SECRETARY', { outcome: 'establish' })).toBe('DECIDED');
    facts = { ...facts, decision: { outcome: 'establish' } };
    expect(go('refuse', 'SECRETARY', { order: { number: '5', date: '2026-12-29' } })).toBe('DECISION_NOT_REFUSING');
    expect(go('grant', 'SECRETARY', { order: { number: '5', date: '2026-12-29' } })).toBe('GRANTED');
  });

  it('says whose move it is at every stop', () => {
    const next = (changes: Partial<Facts>) =>
      whoseMove(samara, form, { ...emptyFacts(), values: answers(samara), ...changes }).map(
        (m) => `${m.roles.join('+')} ${m.action} ${m.deadlineId}`,
      );
    expect(next({ status: 'DRAFT' })).toEqual(['TEACHER submit credentials_life']);
    expect(next({ status: 'REGISTERED', meeting: { step: 'admission', date: '2026-11-30', status: 'PLANNED' } })).toEqual([
      'SECRETARY hold_meeting review_application',
    ]);
    expect(next({ status: 'PREPARATION', employerConfirmation: 'ASKED' })).toEqual([
      'TEACHER submit_portfolio portfolio_submission',
      'SCHOOL_HEAD confirm_employer employer_response',
    ]);
    expect(next({ status: 'READY' })).toEqual(['OPERATOR appoint_experts appoint_experts']);
    expect(
      next({
        status: 'EXPERTISE',
        assignments: [
          { status: 'SCORING', sheet: 'DRAFT' },
          { status: 'CONFIRMED', sheet: null },
        ],
      }),
    ).toEqual(['EXPERT finish_sheet expert_review']);
    expect(next({ status: 'DECIDED', decision: { outcome: 'refuse' } })).toEqual(['SECRETARY refuse result_letter']);
    expect(next({ status: 'GRANTED' })).toEqual([]);
  });
});

function answers(procedure: Procedure): Facts['values'] {
  return {
    last_name: 'Вострикова',
    first_name: 'Людмила',
    email: 'l@example.org',
    education: 'Высшее',
    experience_total: '17',
    municipality: 'm',
    organisation: 'o',
    position: 'teacher',
    requested_category: 'highest',
    held_category: procedure.categories[0]?.id ?? '',
    held_category_until: 'indefinite',
    data_consent: 'true',
  };
}
