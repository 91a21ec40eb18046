import { beforeAll, describe, expect, it } from 'vitest';
import { prisma } from '@/server/prisma';
import { beginJourney, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('src/procedures/testing/northland/1.0.0');
});

describe('a sixth region, added by its files alone', () => {
  it('runs from the application to the decision by its own order of stages and its own words', async () => {
    const journey = await beginJourney(land);
    expect(await journey.walkTo('GRANTED')).toEqual([
      'TEACHER edit_application: Набросок',
      'TEACHER submit: Тетрадь открыта',
      'TEACHER submit_portfolio: Зовём оценщиков',
      'COORDINATOR appoint_experts: Зовём оценщиков',
      'EXPERT confirm_participation: Зовём оценщиков',
      'EXPERT confirm_participation: Тетрадь у оценщиков',
      'EXPERT finish_sheet: Тетрадь у оценщиков',
      'EXPERT finish_sheet: Спрашиваем школу',
      'SCHOOL_HEAD confirm_employer: Школа сказала «да»',
      'COORDINATOR put_on_agenda: Ждёт совета',
      'SECRETARY hold_meeting: Ждёт совета',
      'SECRETARY record_decision: Совет сказал слово',
      'SECRETARY grant: Ступень ваша',
    ]);
  });

  it('refuses, and lets a notebook be taken back when the clerk has written it down', async () => {
    const refused = await beginJourney(land);
    expect((await refused.walkTo('REFUSED', 0.1)).at(-1)).toBe('SECRETARY refuse: Ступень не дали');
    const taken = await beginJourney(land);
    await taken.walkTo('EXPERTISE');
    const said = await taken.walkTo('WITHDRAWN');
    expect(said.at(-1)).toMatch(/register_withdrawal: Тетрадь забрали$/);
    expect(
      await prisma.expertAssignment.count({ where: { applicationId: taken.id, status: { in: ['INVITED', 'CONFIRMED', 'SCORING'] } } }),
    ).toBe(0);
  });
});
