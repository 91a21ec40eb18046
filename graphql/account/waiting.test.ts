import { describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, dataOf, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { ask, makeSent } from '../schedule/schedule.fixture';

interface Line {
  key: string;
  count: number;
  href: string;
}
const waiting = async (who: GraphQLContext) =>
  Object.fromEntries(
    dataOf(await ask<{ waiting: Line[] }>(who, '{ waiting { key count href } }', {})).waiting.map((line) => [line.key, line.count]),
  );

/** Two experts of the place who have said yes. */
async function appointments(region: Region, place: Place, applicationId: string) {
  const experts = await Promise.all([0, 1].map(() => as('EXPERT', { region, place })));
  return experts.map(({ viewer }) => ({
    id: newId(),
    regionId: region.id,
    applicationId,
    expertId: viewer?.expertId ?? '',
    status: 'CONFIRMED',
    appointedAt: new Date(),
    appointedById: viewer?.accountId ?? '',
  }));
}

describe('what waits', () => {
  it('follows from the procedure: who keeps the schedules, whose form is another’s affair, what is not chosen yet', async () => {
    const region = await makeRegion('tomsk');
    const place = await makePlace(region);
    const coordinator = await as('COORDINATOR', { region, place });
    const operator = await as('OPERATOR', { region });
    expect(await waiting(coordinator)).toEqual({});
    await makeSent(region, place);
    await makeSent(region, place, { values: { attestation_form: 'simplified' } });
    await makeSent(region, place, { status: 'REGISTERED', values: { attestation_form: 'simplified' } });
    const prepared = await makeSent(region, place, { status: 'PREPARATION' });
    // A general form in a municipality that nobody coordinates waits for the operator.
    await makeSent(region, await makePlace(region));
    expect(await waiting(coordinator)).toEqual({ register: 1, set_period: 1, appoint_experts: 1 });
    expect(await waiting(operator)).toEqual({ register: 2, send_simplified: 1, set_period: 1, appoint_experts: 1 });
    await prisma.application.update({ where: { id: prepared.id }, data: { periodId: '2031-p1' } });
    expect(await waiting(coordinator)).not.toHaveProperty('set_period');
    await prisma.expertAssignment.createMany({ data: await appointments(region, place, prepared.id) });
    const lines = dataOf(await ask<{ waiting: Line[] }>(coordinator, '{ waiting { key count href } }', {})).waiting;
    expect(lines).toContainEqual({ key: 'approve_schedule_edition', count: 1, href: '/coordinator/schedule?period=2031-p1' });
    const signed = await makeSent(region, place, { status: 'CONCLUSION_SIGNED' });
    const secretary = await as('SECRETARY', { region });
    expect(await waiting(coordinator)).toMatchObject({ verify: 1 });
    expect(await waiting(secretary)).not.toHaveProperty('put_on_agenda');
    await prisma.application.update({ where: { id: signed.id }, data: { verdict: 'meets' } });
    expect(await waiting(coordinator)).not.toHaveProperty('verify');
    expect(await waiting(coordinator)).toMatchObject({ hand_over: 1 });
    expect(await waiting(secretary)).not.toHaveProperty('put_on_agenda');
    await prisma.application.update({ where: { id: signed.id }, data: { handedOverAt: new Date() } });
    expect(await waiting(coordinator)).not.toHaveProperty('hand_over');
    expect(await waiting(secretary)).toMatchObject({ put_on_agenda: 1 });
    // Another municipality is another's affair.
    expect(await waiting(await as('COORDINATOR', { region }))).toEqual({});
  });

  it('names the numbers of the portal to whoever records them, and no act that a gate still closes', async () => {
    const region = await makeRegion('sverdlovsk');
    const place = await makePlace(region);
    await makeSent(region, place);
    await makeSent(region, place, { status: 'REGISTERED' });
    await makeSent(region, place, { status: 'PREPARATION' });
    expect(await waiting(await as('WORKING_GROUP', { region }))).toEqual({ record_portal_number: 1, accept: 1, appoint_experts: 1 });
    expect(await waiting(await as('OPERATOR', { region }))).toEqual({});

    const other = await makeRegion('irkutsk');
    await makeSent(other, await makePlace(other), { status: 'READY' });
    const operator = await as('OPERATOR', { region: other });
    expect(await waiting(operator)).toEqual({ appoint_experts: 1 });
  });
});
