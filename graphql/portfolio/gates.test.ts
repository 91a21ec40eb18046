import { beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '@/domain/procedure/shape';
import type { Guard } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { loadRegion, makeTeacher, portfolioOf, run, type Teacher } from './portfolio.fixture';

/** Made-up regions like the first: another order of stages, other guards, another sender. */
const other =
  (id: string, guards: Guard[], change: Partial<Procedure['employerConfirmation']>, actor: 'TEACHER' | 'OPERATOR' = 'TEACHER') =>
  (procedure: Procedure): Procedure => ({
    ...procedure,
    id,
    employerConfirmation: { ...procedure.employerConfirmation, ...change },
    transitions: procedure.transitions.map((t) => (t.action === 'submit_portfolio' ? { ...t, actor, guards } : t)),
  });
const FOLDER = 'procedures/samara';
const PAPER = { ru: 'Справка школы', en: 'Note of the school' };

let noting: Region;
let signing: Region;
let sending: Region;
beforeAll(async () => {
  noting = await loadRegion(FOLDER, other('noting', ['employer_note_attached', 'period_set'], { mode: 'analytical_note', label: PAPER }));
  const signers = { mode: 'sign_portfolio' as const, signers: ['SCHOOL_DEPUTY' as const, 'SCHOOL_HEAD' as const] };
  signing = await loadRegion(FOLDER, other('signing', ['employer_confirmed'], signers));
  sending = await loadRegion(FOLDER, other('sending', ['portfolio_required_filled'], {}, 'OPERATOR'));
});

const gatesOf = async (teacher: Teacher) => (await portfolioOf(teacher))?.gates ?? [];
const gate = async (teacher: Teacher, key: string) => (await gatesOf(teacher)).find((one) => one.key === key);
interface Answer {
  application: { portfolio: { gates: { key: string; open: boolean; role: string | null }[] } };
}
async function gatesAs(teacher: Teacher, role: 'OPERATOR' | 'ADMINISTRATOR') {
  const query = `query ($id: UUID!) { application(id: $id) { portfolio { gates { key open role } } } }`;
  const { data } = await run<Answer, object>(teacher, query, { id: teacher.application.id }, role);
  return data?.application.portfolio.gates;
}
const placeOf = ({ application: a }: Teacher) => ({ applicationId: a.id, regionId: a.regionId, organisationId: a.organisationId ?? '' });

describe('the conditions of sending, in any region', () => {
  it('names the school’s paper in the region’s word and who owes it', async () => {
    const teacher = await makeTeacher(noting);
    expect(await gate(teacher, 'employer_note_attached')).toMatchObject({
      open: false,
      label: 'Справка школы: ждём от школы',
      role: 'SCHOOL_HEAD',
    });
    const row = { id: newId(), ...placeOf(teacher), status: 'RETURNED', reason: 'Нет подписи', requestedAt: new Date() };
    await prisma.employerPaper.create({ data: row });
    expect(await gate(teacher, 'employer_note_attached')).toMatchObject({ open: false, detail: 'Нет подписи' });
    await prisma.employerPaper.update({ where: { id: row.id }, data: { status: 'ATTACHED', attachedAt: new Date() } });
    expect(await gate(teacher, 'employer_note_attached')).toMatchObject({ open: true });
    expect(await gate(teacher, 'period_set')).toMatchObject({ open: false });
  });

  it('says who of the school has signed and who is awaited', async () => {
    const teacher = await makeTeacher(signing);
    const asked = await prisma.employerConfirmation.update({ where: { applicationId: teacher.application.id }, data: { status: 'ASKED' } });
    expect(await gate(teacher, 'employer_confirmed')).toMatchObject({ open: false, role: 'SCHOOL_DEPUTY', detail: null });
    const { regionId, accountId } = { regionId: teacher.region.id, accountId: teacher.accountId };
    const signature = { id: newId(), regionId, confirmationId: asked.id, role: 'SCHOOL_DEPUTY', accountId, signedAt: new Date() };
    await prisma.employerSignature.create({ data: signature });
    const after = await gate(teacher, 'employer_confirmed');
    expect(after).toMatchObject({ open: false, role: 'SCHOOL_HEAD' });
    expect(after?.detail).toMatch(/^Уже подписали: /);
  });

  it('names the next step of the region’s own order, whoever takes it', async () => {
    const teacher = await makeTeacher(signing, 'REGISTERED');
    expect(await gate(teacher, 'admission')).toMatchObject({ open: false, role: 'SECRETARY', label: 'Комиссия рассмотрит заявление' });
    const returned = await makeTeacher(signing, 'RETURNED');
    expect(await gate(returned, 'admission')).toMatchObject({ role: 'TEACHER', href: `/teacher/applications/${returned.application.id}` });
  });

  it('are shown to whoever sends, and to nobody else', async () => {
    const teacher = await makeTeacher(sending);
    expect(await gatesOf(teacher)).toEqual([]);
    expect(await gatesAs(teacher, 'ADMINISTRATOR')).toEqual([]);
    expect(await gatesAs(teacher, 'OPERATOR')).toMatchObject([
      { key: 'admission', open: true },
      { key: 'portfolio_required_filled', open: false, role: 'OPERATOR' },
      { key: 'uploads', open: true },
    ]);
    await prisma.application.update({ where: { id: teacher.application.id }, data: { status: 'WITHDRAWN' } });
    expect(await gatesAs(teacher, 'OPERATOR')).toEqual([]);
  });
});
