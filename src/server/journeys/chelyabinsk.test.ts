import { beforeAll, describe, expect, it } from 'vitest';
import { prisma } from '@/server/prisma';
import { beginJourney, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('chelyabinsk');
});

describe('a case of Chelyabinsk', () => {
  it('[CH-17] [CH-28] is «Зарегистрировано» at once, only after the school has confirmed the card', async () => {
    const journey = await beginJourney(land);
    await journey.step();
    expect((await journey.step('submit')).problems.map((p) => p.code)).toContain('CARD_MISSING');
    expect(await journey.walkTo('GRANTED')).toEqual([
      'SCHOOL_HR confirm_card: Не подано',
      'SCHOOL_DEPUTY check_card: Не подано',
      'TEACHER submit: Зарегистрировано',
      'COORDINATOR accept: Назначение экспертов',
      'COORDINATOR appoint_experts: Ожидается подтверждение экспертов',
      'EXPERT confirm_participation: Ожидается подтверждение экспертов',
      'EXPERT confirm_participation: Всесторонний анализ',
      'EXPERT finish_sheet: Всесторонний анализ',
      'EXPERT finish_sheet: Экспертное заключение готово',
      'SECRETARY put_on_agenda: На рассмотрении комиссии',
      'SECRETARY hold_meeting: На рассмотрении комиссии',
      'SECRETARY record_decision: На рассмотрении комиссии',
      'SECRETARY grant: Категория присвоена',
    ]);
    expect(await prisma.evidenceEntry.count({ where: { applicationId: journey.id } }), 'the card as it was sent').toBeGreaterThan(0);
  });

  it('[CH-36] an expert who does not confirm within two working days is overdue, and the next one is invited', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('appoint_experts');
    expect(await journey.experts()).toEqual([
      'INVITED Ожидает подтверждения',
      'INVITED Ожидает подтверждения',
      'INVITED Ожидает подтверждения',
    ]);
    const letters = await prisma.notification.findMany({ where: { applicationId: journey.id, event: 'expert.invited' } });
    expect(letters).toHaveLength(3);
    await journey.step('confirm_participation');
    await journey.later(7);
    expect(await journey.experts()).toEqual(['CONFIRMED Подтвержден', 'LAPSED Просрочено', 'LAPSED Просрочено']);
    const word = land.procedure.statuses.assignment.find((s) => s.status === 'LAPSED');
    expect(word?.tone).toBe('danger');
  });

  it('[CH-39] an expert who has not worked for more than five working days is marked red and the case goes to another', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('appoint_experts');
    await journey.step('appoint_experts');
    expect((await journey.experts()).at(-1)).toBe('RESERVE Резерв');
    for (let k = 0; k < 3; k += 1) await journey.step('confirm_participation');
    const before = await journey.experts();
    expect(before.filter((e) => e.startsWith('CONFIRMED'))).toHaveLength(3);
    await journey.later(4);
    expect(await journey.experts(), 'within the term nothing happens').toEqual(before);
    await journey.later(6);
    const after = await journey.experts();
    expect(after.filter((e) => e === 'REPLACED Передано другому специалисту')).toHaveLength(3);
    expect(after, 'the one in reserve is asked').toContain('INVITED Ожидает подтверждения');
    expect((await journey.status()).status, 'the application stays where it is').toBe('EXPERTISE');
    expect(land.procedure.statuses.assignment.find((s) => s.status === 'REPLACED')?.tone).toBe('danger');
    expect(await prisma.notification.count({ where: { applicationId: journey.id, event: 'expert.replaced' } })).toBe(3);
  });

  it('is refused where the points are too few, and refused intake by the municipal operator', async () => {
    const refused = await beginJourney(land);
    expect((await refused.walkTo('REFUSED', 0.1)).at(-1)).toBe('SECRETARY refuse: В присвоении отказано');
    const declined = await beginJourney(land);
    await declined.walkTo('REGISTERED');
    expect((await declined.walkTo('INTAKE_REFUSED')).at(-1)).toBe('COORDINATOR refuse_intake: Отклонено');
  });

  it('[CH-20] cannot be supplemented once sent, but is withdrawn until the analysis begins', async () => {
    for (const status of ['REGISTERED', 'PREPARATION'] as const) {
      const journey = await beginJourney(land);
      await journey.walkTo(status);
      expect(await journey.teacherMay()).toEqual(['withdraw']);
      expect(await journey.walkTo('WITHDRAWN'), status).toEqual(['TEACHER withdraw: Отозвано']);
    }
    const late = await beginJourney(land);
    await late.walkTo('EXPERTISE');
    expect(await late.teacherMay()).toEqual([]);
  });
});
