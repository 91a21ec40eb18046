import { describe, expect, it } from 'vitest';
import { prisma } from '@/server/prisma';
import { beginJourney, type Journey, makeLand } from '@/testing/journey';

const letters = async ({ id }: Journey, letterId: string) =>
  prisma.notification.findMany({ where: { applicationId: id, letterId }, orderBy: { id: 'asc' } });

describe('letters of a case', () => {
  it('[SV-01] [SV-03] invite every specialist with a link and a day, open the scoring to each, and tell each when the case is withdrawn', async () => {
    const journey = await beginJourney(await makeLand('sverdlovsk'));
    await journey.walkTo('EXPERTISE');
    const seats = await prisma.expertAssignment.findMany({ where: { applicationId: journey.id }, include: { expert: true } });
    const panel = seats.filter((seat) => seat.status === 'CONFIRMED').map((seat) => seat.expert.accountId);
    expect(panel).toHaveLength(3);

    const invited = await letters(journey, 'invitation');
    expect(invited.map((l) => l.subject)).toEqual(invited.map(() => 'КАИС Приглашение на участие в процедуре аттестации'));
    expect(invited.length).toBeGreaterThanOrEqual(3);
    for (const { body } of invited) {
      expect(body).toMatch(/Подтвердите участие до \d{2}\.\d{2}\.\d{4}/);
      expect(body).toMatch(/\/expert\/assignments\/[0-9a-f-]{36}/);
    }
    const opened = await letters(journey, 'procedure_open');
    expect(opened.map((l) => l.subject)).toEqual(panel.map(() => 'КАИС Процедура аттестации'));
    expect(opened.map((l) => l.accountId).sort()).toEqual([...panel].sort());
    for (const { body } of opened) expect(body).toMatch(/Внесите оценки до \d{2}\.\d{2}\.\d{4}: .*\/expert\/assignments\//);

    const released = async () => (await letters(journey, 'released')).map((l) => l.accountId).sort();
    const late = seats.map((seat) => seat.expert.accountId).filter((accountId) => !panel.includes(accountId));
    expect(await released(), 'who came late').toEqual([...late].sort());
    await journey.walkTo('WITHDRAWN');
    expect(await released()).toEqual([...late, ...panel].sort());
  }, 60_000);

  it('lead a coordinator to his own screen of the case', async () => {
    const journey = await beginJourney(await makeLand('chelyabinsk'));
    await journey.walkTo('REGISTERED');
    const [registered] = await letters(journey, 'registered');
    expect(registered?.body).toContain(`/coordinator/applications/${journey.id}`);
  }, 60_000);
});
