import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/domain/procedure/vocabulary';
import { ConfirmEmployerDocument, DisputeEmployerDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';
import { as, codesOf, dataOf, failureOf, makePlace } from '@/testing/viewers';

const SIGNING = `query ($id: UUID!) {
  application(id: $id) {
    viewerActions { action }
    whoseMove { roles action }
    employerConfirmation { status statusLabel reason signatures { role roleLabel signedAt } }
    portfolio { title sections { indicators { entries { text } } } }
  }
}`;
interface Signing {
  application: {
    viewerActions: { action: string }[];
    whoseMove: { roles: Role[]; action: string }[];
    employerConfirmation: {
      status: string;
      statusLabel: string;
      reason: string | null;
      signatures: { role: Role; roleLabel: string; signedAt: string | null }[];
    };
    portfolio: { title: string; sections: { indicators: { entries: { text: string }[] }[] }[] } | null;
  };
}

let land: Land;
beforeAll(async () => {
  land = await makeLand('irkutsk');
});

const here = (role: Role) => as(role, { region: land.region, place: land.place });
const confirm = async (role: Role, applicationId: string) =>
  dataOf(await execute(ConfirmEmployerDocument, { applicationId }, await here(role))).confirmEmployer;
const dispute = async (role: Role, applicationId: string) =>
  dataOf(await execute(DisputeEmployerDocument, { input: { applicationId, reason: 'Олимпиада не указана', fields: [] } }, await here(role)))
    .disputeEmployer;
const seen = async (role: Role, id: string) =>
  dataOf(await execute<Signing, { id: string }>(SIGNING, { id }, await here(role))).application;
const reasoned = async (field: string, applicationId: string, reason: string) => {
  const document = `mutation ($input: EmployerReasonInput!) { ${field}(input: $input) { problems { code } } }`;
  const answer = await execute<Record<string, { problems: { code: string }[] }>, object>(
    document,
    { input: { applicationId, reason } },
    await here('OPERATOR'),
  );
  return dataOf(answer)[field]?.problems.map((p) => p.code);
};
const acts = async (role: Role, id: string) => (await seen(role, id)).viewerActions.map(({ action }) => action);
const signed = async (id: string) =>
  (await seen('SCHOOL_HEAD', id)).employerConfirmation.signatures.filter((s) => s.signedAt !== null).map((s) => s.role);

async function registered(): Promise<Journey> {
  const journey = await beginJourney(land);
  await journey.walkTo('REGISTERED');
  return journey;
}

describe('a passport that several sign', () => {
  it('is certified only when each has signed; who has signed is offered nothing more', async () => {
    const { id } = await registered();
    const before = await seen('SCHOOL_HEAD', id);
    expect(before.employerConfirmation.signatures).toEqual([
      { role: 'SCHOOL_HEAD', roleLabel: 'Работодатель', signedAt: null },
      { role: 'SCHOOL_DEPUTY', roleLabel: 'Руководитель структурного подразделения', signedAt: null },
    ]);
    expect(before.portfolio?.sections.some((s) => s.indicators.some((i) => i.entries.length > 0))).toBe(true);
    expect(codesOf(await confirm('SCHOOL_DEPUTY', id))).toEqual([]);
    expect(await signed(id)).toEqual(['SCHOOL_DEPUTY']);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation).toMatchObject({ status: 'ASKED', statusLabel: 'Не подписано' });
    expect(await acts('SCHOOL_DEPUTY', id)).not.toContain('confirm_employer');
    expect(await acts('SCHOOL_HEAD', id)).toContain('confirm_employer');
    expect(codesOf(await confirm('SCHOOL_DEPUTY', id))).toEqual(['WRONG_STATUS']);
    const term = { applicationId: id, termId: 'passport_signature' };
    expect(await prisma.deadline.findFirst({ where: term })).toMatchObject({ status: 'RUNNING' });
    expect(codesOf(await confirm('SCHOOL_HEAD', id))).toEqual([]);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation).toMatchObject({ status: 'CONFIRMED', statusLabel: 'Подписано' });
    expect(await prisma.deadline.findFirst({ where: term })).toMatchObject({ status: 'MET' });
  });

  it('both at the same moment: both signatures stand and the passport is certified once', async () => {
    const { id } = await registered();
    await Promise.all([confirm('SCHOOL_HEAD', id), confirm('SCHOOL_DEPUTY', id)]);
    expect(await signed(id)).toEqual(['SCHOOL_HEAD', 'SCHOOL_DEPUTY']);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation.status).toBe('CONFIRMED');
  });

  it('a dispute takes the signatures away, a signature takes the dispute back, and both sign anew', async () => {
    const { id } = await registered();
    await confirm('SCHOOL_HEAD', id);
    expect(codesOf(await dispute('SCHOOL_DEPUTY', id))).toEqual([]);
    expect(await signed(id)).toEqual([]);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation).toMatchObject({ status: 'DISPUTED', reason: 'Олимпиада не указана' });
    await confirm('SCHOOL_HEAD', id);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation).toMatchObject({ status: 'ASKED', reason: null });
    await confirm('SCHOOL_DEPUTY', id);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation.status).toBe('CONFIRMED');
  });

  it('the operator asks again: nothing is signed any more', async () => {
    const { id } = await registered();
    await confirm('SCHOOL_HEAD', id);
    const again = 'mutation ($input: AskEmployerAgainInput!) { askEmployerAgain(input: $input) { problems { code } } }';
    await execute(again, { input: { applicationId: id } }, await here('OPERATOR'));
    expect(await signed(id)).toEqual([]);
    expect(await acts('SCHOOL_HEAD', id)).toContain('confirm_employer');
  });

  it('a silent school is taken up by the operator, and what it signed on paper is recorded, each with its words', async () => {
    const { id } = await registered();
    expect(await acts('OPERATOR', id)).toEqual(expect.arrayContaining(['escalate_employer', 'confirm_employer_on_paper']));
    expect(await reasoned('escalateEmployer', id, ' ')).toEqual(['REASON_REQUIRED']);
    expect(await reasoned('escalateEmployer', id, 'Директор в отпуске')).toEqual([]);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation.status).toBe('ESCALATED');
    expect(await acts('SCHOOL_HEAD', id)).toContain('confirm_employer');
    expect(await reasoned('confirmEmployerOnPaper', id, '')).toEqual(['REASON_REQUIRED']);
    expect(await reasoned('confirmEmployerOnPaper', id, 'Подписанный паспорт, вх. № 117')).toEqual([]);
    expect((await seen('SCHOOL_HEAD', id)).employerConfirmation.status).toBe('PAPER_CONFIRMED');
    expect(await prisma.deadline.findFirst({ where: { applicationId: id, termId: 'passport_signature' } })).toMatchObject({
      status: 'MET',
    });
    expect(await acts('SCHOOL_HEAD', id)).not.toContain('confirm_employer');
  });

  it('a school of another organisation neither sees nor signs it', async () => {
    const { id } = await registered();
    const stranger = await as('SCHOOL_HEAD', { region: land.region, place: await makePlace(land.region) });
    expect(dataOf(await execute<{ application: unknown }, object>(SIGNING, { id }, stranger)).application).toBeNull();
    expect(failureOf(await execute(ConfirmEmployerDocument, { applicationId: id }, stranger))).toBe('NOT_FOUND');
  });
});
