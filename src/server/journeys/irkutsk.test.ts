import { beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { prisma } from '@/server/prisma';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('irkutsk');
});

/** A status, its literal word, and whether the teacher may supplement his passport and withdraw in it. */
const at = async (journey: Journey, status: ApplicationStatus, label: string, supplements: boolean, withdraws: boolean) => {
  expect(await journey.status()).toEqual({ status, label });
  const may = await journey.teacherMay();
  expect(may.includes('edit_portfolio'), `${label}: supplement`).toBe(supplements);
  expect(may.includes('withdraw'), `${label}: withdraw`).toBe(withdraws);
};

describe('a case of Irkutsk', () => {
  it('[IR-14] [IR-15] [IR-16] [IR-17] [IR-18] [IR-19] [IR-20] [IR-21] [IR-22] [IR-23] [IR-24] [IR-25] [IR-29] goes through thirteen statuses by their own words and rights', async () => {
    const journey = await beginJourney(land);
    await at(journey, 'DRAFT', 'Черновик', true, false);
    expect(await journey.teacherMay()).toContain('edit_application');
    await journey.walkTo('SUBMITTED');
    await at(journey, 'SUBMITTED', 'Регистрация заявления', false, false);
    await journey.walkTo('REGISTERED');
    await at(journey, 'REGISTERED', 'Заявление зарегистрировано', false, true);
    expect(await journey.teacherMay()).not.toContain('edit_application');
    await journey.walkTo('UNDER_REVIEW');
    await at(journey, 'UNDER_REVIEW', 'Заявление принято к рассмотрению', false, true);
    await journey.walkTo('AWAITING_INFO');
    await at(journey, 'AWAITING_INFO', 'Ожидание получения дополнительных сведений', true, true);
    // Two requests left with the acceptance, one more and one to the teacher were put afterwards.
    const answers: string[] = [];
    while (answers.length < 4) {
      const { role, action, problems } = await journey.step();
      answers.push(`${role} ${action} ${problems.length}`);
    }
    expect(answers.sort()).toEqual([...Array(3).fill('OPERATOR answer_information 0'), 'TEACHER answer_information 0']);
    await at(journey, 'UNDER_REVIEW', 'Заявление принято к рассмотрению', false, true);
    await journey.walkTo('READY');
    await at(journey, 'READY', 'Направлено на экспертизу', true, true);
    expect(await journey.walkTo('EXPERTISE')).toEqual([
      'OPERATOR appoint_experts: Направлено на экспертизу',
      'OPERATOR open_review: Экспертиза',
    ]);
    await at(journey, 'EXPERTISE', 'Экспертиза', false, true);
    await journey.walkTo('EXPERTISE_DONE');
    await at(journey, 'EXPERTISE_DONE', 'Экспертиза завершена', false, false);
    await journey.walkTo('MEETING_SET');
    await at(journey, 'MEETING_SET', 'Определение сроков проведения АК', false, false);
    const told = () => prisma.notification.count({ where: { applicationId: journey.id, event: 'session.scheduled' } });
    const onAgenda = () => prisma.agendaItem.count({ where: { applicationId: journey.id } });
    expect([await onAgenda(), await told()], 'the date is still being sought').toEqual([0, 0]);
    expect(await journey.step()).toMatchObject({ action: 'put_on_agenda', problems: [] });
    await at(journey, 'MEETING_SET', 'Определение сроков проведения АК', false, false);
    expect([await onAgenda(), await told()], 'the date is set and told').toEqual([1, 1]);
    await journey.walkTo('IN_MEETING');
    await at(journey, 'IN_MEETING', 'Проведение АК', false, false);
    await journey.walkTo('DECIDED');
    await at(journey, 'DECIDED', 'Принятие решения', false, false);
    await journey.walkTo('GRANTED');
    await at(journey, 'GRANTED', 'Услуга оказана', false, false);
    expect(await journey.walkTo('ARCHIVED')).toEqual(['SYSTEM wait: В архиве']);
    await at(journey, 'ARCHIVED', 'В архиве', false, false);
  });

  it('[IR-28] [IR-30] is withdrawn in exactly five statuses', async () => {
    const withdrawable = land.procedure.statuses.application.filter((s) => s.may?.includes('withdraw')).map((s) => s.status);
    expect(withdrawable).toEqual(['REGISTERED', 'UNDER_REVIEW', 'AWAITING_INFO', 'READY', 'EXPERTISE']);
    for (const status of withdrawable) {
      const journey = await beginJourney(land);
      // Information is asked for on the way only where the walk is to stop there.
      await journey.walkTo(status === 'AWAITING_INFO' ? 'UNDER_REVIEW' : status);
      await journey.walkTo(status);
      expect(await journey.walkTo('WITHDRAWN'), status).toEqual(['TEACHER withdraw: Отозвано']);
      await at(journey, 'WITHDRAWN', 'Отозвано', false, false);
    }
  });

  it('[IR-26] is refused for a wrong set of documents', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('UNDER_REVIEW');
    await journey.walkTo('INTAKE_REFUSED');
    await at(journey, 'INTAKE_REFUSED', 'Отказано в приеме документов, необходимых для предоставления услуги', false, false);
    expect(await journey.walkTo('ARCHIVED')).toEqual(['SYSTEM wait: В архиве']);
  });

  it('[IR-27] is refused by the commission', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('REFUSED', 0.05);
    await at(journey, 'REFUSED', 'Отказано в предоставлении услуги', false, false);
  });
});
