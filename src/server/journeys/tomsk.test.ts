import { beforeAll, describe, expect, it } from 'vitest';
import { periodLabel, periodsToChoose } from '@/domain/schedule';
import { prisma } from '@/server/prisma';
import { beginJourney, type Land, makeLand } from '@/testing/journey';

let land: Land;
beforeAll(async () => {
  land = await makeLand('tomsk');
});

describe('a case of Tomsk', () => {
  it('[TM-33] [TM-36] [TM-47] [TM-48] is registered by the coordinator into the schedule, concluded, signed, verified and decided', async () => {
    const journey = await beginJourney(land);
    expect(await journey.walkTo('PREPARATION')).toEqual([
      'TEACHER edit_application: Заявление сформировано, не загружено',
      'TEACHER attach_signed_application: Заявление сформировано, не загружено',
      'TEACHER submit: Новое заявление',
      'COORDINATOR register: Не выбран период',
    ]);
    expect(await journey.walkTo('GRANTED')).toEqual([
      'COORDINATOR set_period: Эксперты не назначены',
      'COORDINATOR appoint_experts: Не утвержденный график',
      'COORDINATOR approve_schedule_edition: Итоговое заключение не прикреплено',
      'EXPERT attach_conclusion: Итоговое заключение прикреплено',
      'TEACHER sign_conclusion: Подписано итоговое заключение аттестуемым',
      'COORDINATOR verify: Соответствует заявленной категории',
      'COORDINATOR hand_over: Передано в центр аттестации',
      'SECRETARY put_on_agenda: Назначено заседание комиссии',
      'SECRETARY hold_meeting: Назначено заседание комиссии',
      'SECRETARY record_decision: Решение комиссии принято',
      'SECRETARY grant: Аттестован',
    ]);
  });

  it('[TM-39] has eight overlapping windows of two months', async () => {
    const windows = periodsToChoose(land.procedure, '2017-08-31').filter((p) => p.startsOn < '2018-08-01');
    expect(windows.map((p) => periodLabel(land.procedure, p.id, 'ru'))).toEqual([
      'сентябрь-октябрь 2017',
      'октябрь-ноябрь 2017',
      'ноябрь-декабрь 2017',
      'декабрь-январь 2018',
      'январь-февраль 2018',
      'февраль-март 2018',
      'март-апрель 2018',
      'апрель-май 2018',
    ]);
    for (const [k, next] of windows.slice(1).entries()) expect(next.startsOn <= (windows[k]?.endsOn ?? ''), next.id).toBe(true);
  });

  it('[TM-30] [TM-34] [TM-37] of the simplified form is registered by the operator only and never gets into a schedule', async () => {
    const forms = land.procedure.application.fields.find((f) => f.id === 'attestation_form')?.options?.map((o) => o.label.ru);
    expect(forms).toEqual(['очно', 'дистанционно', 'упрощенно']);
    const journey = await beginJourney(land, { attestation_form: 'simplified', simplified_ground: 'Победитель конкурса' });
    expect((await journey.walkTo('REGISTERED')).at(-1)).toBe('OPERATOR register: Зарегистрировано');
    const next = await journey.step();
    expect(`${next.role} ${next.action} ${JSON.stringify(next.problems)}`).toBe('OPERATOR send_simplified []');
    expect(await journey.status()).toEqual({ status: 'MEETING_SET', label: 'Назначено заседание комиссии' });
    expect((await prisma.application.findUniqueOrThrow({ where: { id: journey.id } })).periodId).toBeNull();
    expect((await journey.walkTo('GRANTED')).at(-1)).toBe('SECRETARY grant: Аттестован');
    // The coordinator may still decline one of this form.
    const declined = await beginJourney(land, { attestation_form: 'simplified', simplified_ground: 'Победитель конкурса' });
    await declined.walkTo('SUBMITTED');
    expect((await declined.walkTo('INTAKE_REFUSED')).at(-1)).toBe('COORDINATOR refuse_intake: Отклонено');
  });

  it('is refused by the commission after the verdict «не соответствует»', async () => {
    const journey = await beginJourney(land);
    const said = await journey.walkTo('REFUSED', 0.2);
    expect(said).toContain('COORDINATOR verify: Не соответствует заявленной категории');
    expect(said.at(-1)).toBe('SECRETARY refuse: Не аттестован');
  });

  it('[TM-49] [TM-50] [TM-51] is withdrawn in four steps: formed, signed paper attached, sent, registered; or declined and goes on', async () => {
    for (const status of ['PREPARATION', 'EXPERTISE'] as const) {
      const journey = await beginJourney(land);
      await journey.walkTo(status);
      const states: string[] = [];
      const act = async (action: Parameters<typeof journey.step>[0]) => {
        const { role, problems } = await journey.step(action);
        expect(problems, String(action)).toEqual([]);
        states.push(`${role} ${(await prisma.withdrawal.findUniqueOrThrow({ where: { applicationId: journey.id } })).status}`);
      };
      for (const action of ['form_withdrawal', 'attach_withdrawal', 'send_withdrawal', 'decline_withdrawal'] as const) await act(action);
      expect((await journey.status()).status, 'a declined one leaves the case where it was').toBe(status);
      for (const action of ['form_withdrawal', 'attach_withdrawal', 'send_withdrawal', 'register_withdrawal'] as const) await act(action);
      expect(states.map((s) => s.split(' ')[1])).toEqual([
        'FORMED',
        'ATTACHED',
        'SENT',
        'DECLINED',
        'FORMED',
        'ATTACHED',
        'SENT',
        'REGISTERED',
      ]);
      expect(await journey.status()).toEqual({ status: 'WITHDRAWN', label: 'Отозвано' });
    }
  });

  it('[TM-32] is declined, told by letter, corrected and sent again; a returned one that nobody corrects is declined', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('SUBMITTED');
    await journey.walkTo('INTAKE_REFUSED');
    expect(
      await prisma.notification.count({ where: { applicationId: journey.id, event: 'application.intake_refused', role: 'TEACHER' } }),
    ).toBe(1);
    expect((await journey.walkTo('SUBMITTED')).at(-1)).toBe('TEACHER resubmit: Новое заявление');
    await journey.walkTo('RETURNED');
    await journey.later(30);
    expect(await journey.status()).toEqual({ status: 'INTAKE_REFUSED', label: 'Отклонено' });
  });
});
