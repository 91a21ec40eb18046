import { beforeAll, describe, expect, it } from 'vitest';
import { execute } from '@/server/execute';
import { getCase } from '@/server/facts';
import { prisma } from '@/server/prisma';
import { CONFIRM_PARTICIPATION } from '@/server/walk/documents';
import { findPerson } from '@/server/walk/people';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('sverdlovsk');
});

const confirm = async ({ id }: Journey, assignment: { id: string; expertId: string }) => {
  const { application } = await getCase(prisma, id);
  const expert = await findPerson(application, 'EXPERT', assignment.expertId);
  if (!expert) throw new Error('no expert');
  const { data } = await execute<{ confirmParticipation: { problems: { code: string }[] } }, object>(
    CONFIRM_PARTICIPATION,
    { id: assignment.id },
    expert,
  );
  return data?.confirmParticipation.problems.map((p) => p.code);
};

describe('a case of Sverdlovsk', () => {
  it('[SV-10] [SV-16] [SV-18] [SV-31] goes from «Подготовка» to «Оценка» once the panel is full, the note is there and the day of confirmation is over, then to the order', async () => {
    const journey = await beginJourney(land);
    expect(await journey.walkTo('PREPARATION')).toEqual([
      'TEACHER edit_application: Черновик',
      'TEACHER submit: Заявление ПГУ',
      'WORKING_GROUP record_portal_number: Подготовка',
      'WORKING_GROUP accept: Подготовка',
    ]);
    await journey.step('appoint_experts');
    expect(await journey.experts()).toEqual(Array(5).fill('INVITED Ожидание'));
    await journey.step('attach_employer_paper');
    expect(await journey.status(), 'the note alone opens nothing').toEqual({ status: 'PREPARATION', label: 'Подготовка' });
    for (let k = 0; k < 2; k += 1) await journey.step('confirm_participation');
    expect(await journey.status(), 'two of three are not enough').toEqual({ status: 'PREPARATION', label: 'Подготовка' });
    await journey.step('confirm_participation');
    const letters = () => prisma.notification.count({ where: { applicationId: journey.id, event: 'expert.review_opened' } });
    expect([(await journey.status()).label, await letters()], 'full and attached, but the stated day is still ahead').toEqual([
      'Подготовка',
      0,
    ]);
    await journey.later(12);
    expect(await journey.status()).toEqual({ status: 'EXPERTISE', label: 'Оценка' });
    expect(await letters(), 'the second letter, one to each').toBe(3);
    expect((await journey.experts()).slice(0, 3), 'the marks of readiness').toEqual(Array(3).fill('CONFIRMED Подтвержден'));
    await journey.step('finish_sheet');
    expect(await journey.experts(), 'the marks of the scoring, one per person').toContain('FINAL Оценка выполнена');
    expect(await journey.walkTo('GRANTED')).toEqual([
      'EXPERT finish_sheet: Оценка',
      'EXPERT finish_sheet: Оценка завершена',
      'SECRETARY put_on_agenda: Рассмотрение АК',
      'SECRETARY hold_meeting: Рассмотрение АК',
      'SECRETARY record_decision: Рассмотрение АК',
      'SECRETARY grant: Категория установлена',
    ]);
  });

  it('[SV-14] tells a late specialist that enough have been recruited', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('appoint_experts');
    const seats = await prisma.expertAssignment.findMany({ where: { applicationId: journey.id }, orderBy: { id: 'asc' } });
    // All at once, as five people press the button of the same letter: three get in, whoever comes first.
    const answers = await Promise.all(seats.map((seat) => confirm(journey, seat).catch(() => ['PANEL_FULL'])));
    expect(answers.filter((codes) => codes?.length === 0)).toHaveLength(3);
    expect((await journey.experts()).filter((e) => e.startsWith('NOT_NEEDED'))).toEqual(
      Array(2).fill('NOT_NEEDED Необходимое количество специалистов по оценке уже набрано'),
    );
    const late = (await prisma.expertAssignment.findMany({ where: { applicationId: journey.id, status: 'NOT_NEEDED' } }))[0];
    expect(late && (await confirm(journey, late))).toEqual(['PANEL_FULL']);
  });

  it('[SV-17] loses a specialist who declines with a reason, and goes on with the others', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('appoint_experts');
    await journey.step('decline_assignment');
    expect((await journey.experts())[0]).toBe('DECLINED Отказ');
    expect((await prisma.expertAssignment.findFirst({ where: { applicationId: journey.id, status: 'DECLINED' } }))?.reason).toContain(
      'отпуск',
    );
    await journey.walkTo('EXPERTISE');
  });

  it('waits for nobody who does not confirm in time', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    await journey.step('appoint_experts');
    await journey.later(12);
    expect(await journey.experts()).toEqual(Array(5).fill('LAPSED Срок подтверждения истёк'));
    expect((await journey.status()).status).toBe('PREPARATION');
  });

  it('is refused where the points are too few', async () => {
    const journey = await beginJourney(land);
    expect((await journey.walkTo('REFUSED', 0.1)).at(-1)).toBe('SECRETARY refuse: Отказано');
  });

  it('is withdrawn by the teacher from every status that lets him', async () => {
    for (const status of ['SUBMITTED', 'REGISTERED', 'PREPARATION', 'EXPERTISE'] as const) {
      const journey = await beginJourney(land);
      await journey.walkTo(status);
      expect(await journey.walkTo('WITHDRAWN'), status).toEqual(['TEACHER withdraw: Отозвано']);
    }
  });

  it('is refused intake by the working group, or when nobody corrects it', async () => {
    const refused = await beginJourney(land);
    await refused.walkTo('REGISTERED');
    expect((await refused.walkTo('INTAKE_REFUSED')).at(-1)).toBe('WORKING_GROUP refuse_intake: Отклонено');
    const returned = await beginJourney(land);
    await returned.walkTo('REGISTERED');
    expect((await returned.walkTo('RETURNED')).at(-1)).toBe('WORKING_GROUP return_for_correction: Возвращено на доработку');
    await returned.later(30);
    expect(await returned.status()).toEqual({ status: 'INTAKE_REFUSED', label: 'Отклонено' });
  });
});
