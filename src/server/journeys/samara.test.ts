import { beforeAll, describe, expect, it } from 'vitest';
import { machineLabel } from '@/domain/labels';
import { prisma } from '@/server/prisma';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('samara');
});

const portfolioWord = async ({ id }: Journey) => {
  const row = await prisma.portfolio.findUniqueOrThrow({ where: { applicationId: id } });
  return machineLabel(land.procedure, 'portfolio', row.status, 'ru');
};

describe('a case of Samara', () => {
  it('[SM-25] [SM-48] goes from the application to the category in three words, and its portfolio in three', async () => {
    const journey = await beginJourney(land);
    expect(await journey.walkTo('READY')).toEqual([
      'TEACHER edit_application: Не подано',
      'TEACHER submit: НОВОЕ',
      'SECRETARY hold_meeting: НОВОЕ',
      'SECRETARY admit: В РАБОТЕ',
      'SCHOOL_HEAD confirm_employer: В РАБОТЕ',
      'TEACHER submit_portfolio: В РАБОТЕ',
    ]);
    expect(await portfolioWord(journey)).toBe('СДАНО НА ПРОВЕРКУ');
    expect(await journey.walkTo('EXPERTISE')).toEqual(['OPERATOR appoint_experts: В РАБОТЕ']);
    expect(await portfolioWord(journey)).toBe('ПРОВЕРЯЕТСЯ');
    expect(await journey.walkTo('EXPERTISE_DONE')).toEqual(['EXPERT finish_sheet: В РАБОТЕ', 'EXPERT finish_sheet: ОБРАБОТКА ЗАКОНЧЕНА']);
    expect(await portfolioWord(journey)).toBe('ПРОВЕРКА ОКОНЧЕНА');
    expect(await journey.walkTo('GRANTED')).toEqual([
      'SECRETARY put_on_agenda: ОБРАБОТКА ЗАКОНЧЕНА',
      'SECRETARY hold_meeting: ОБРАБОТКА ЗАКОНЧЕНА',
      'SECRETARY record_decision: ОБРАБОТКА ЗАКОНЧЕНА',
      'SECRETARY grant: Категория установлена',
    ]);
  });

  it('is refused where the experts’ points are too few', async () => {
    const journey = await beginJourney(land);
    const said = await journey.walkTo('REFUSED', 0.2);
    expect(said.at(-1)).toBe('SECRETARY refuse: В установлении категории отказано');
  });

  it('is withdrawn by the teacher from every status that lets him', async () => {
    for (const status of ['REGISTERED', 'PREPARATION', 'READY'] as const) {
      const journey = await beginJourney(land);
      await journey.walkTo(status);
      expect(await journey.walkTo('WITHDRAWN'), status).toEqual(['TEACHER withdraw: Отозвано']);
    }
  });

  it('is returned and sent again, and refused intake when nobody corrects it', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('REGISTERED');
    expect((await journey.walkTo('RETURNED')).at(-1)).toBe('OPERATOR return_for_correction: Возвращено на доработку');
    expect((await journey.walkTo('REGISTERED')).at(-1)).toBe('TEACHER resubmit: НОВОЕ');
    await journey.step('return_for_correction');
    await journey.later(30);
    expect(await journey.status()).toEqual({ status: 'INTAKE_REFUSED', label: 'Отклонено' });
  });

  it('is refused by the commission’s first session', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('REGISTERED');
    expect((await journey.walkTo('INTAKE_REFUSED')).at(-1)).toBe('SECRETARY refuse_intake: Отклонено');
  });

  it('stands still when the portfolio’s term is missed, keeps everything and goes on after it was opened again', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('edit_portfolio');
    const files = await prisma.evidenceFile.count({ where: { applicationId: journey.id, status: 'STORED' } });
    await journey.later(60);
    expect(await journey.status()).toEqual({ status: 'EXPIRED', label: 'Срок пропущен, материалы сохранены' });
    expect(await prisma.evidenceFile.count({ where: { applicationId: journey.id, status: 'STORED' } })).toBe(files);
    expect(files).toBeGreaterThan(0);
    expect((await journey.walkTo('PREPARATION')).at(-1)).toBe('OPERATOR restore: В РАБОТЕ');
    await journey.walkTo('READY');
  });
});
