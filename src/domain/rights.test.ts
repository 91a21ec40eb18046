import { describe, expect, it } from 'vitest';
import { publishedNames, publishedProcedure } from '@/procedures/testing/published';
import { emptyFacts } from './case/facts';
import type { Procedure } from './procedure/shape';
import { ROLES, type Role } from './procedure/vocabulary';
import { isCertified, mayReadEvidence, mayReadField, mayReadFieldFiles, mayReadPaper, type ReadCase, type Reader } from './rights';

const newest: Record<string, Procedure> = Object.fromEntries(
  publishedNames().map((name) => [name.split('/')[0] ?? '', publishedProcedure(name)]),
);
const of = (region: string): Procedure => newest[region] ?? publishedProcedure(region);
const sent = (procedure: Procedure, facts: Partial<ReadCase['facts']> = {}): ReadCase => ({
  procedure,
  facts: { ...emptyFacts(), everSubmitted: true, employerConfirmation: 'ASKED', portfolio: { status: 'SENT' }, ...facts },
});
const as = (role: Role): Reader => ({ role, owner: role === 'TEACHER', takesPart: role === 'EXPERT' });
const field = (procedure: Procedure, id: string) => {
  const found = procedure.application.fields.find((f) => f.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
};
const readersOf = (procedure: Procedure, id: string) =>
  procedure.roles.flatMap(({ key }) => (key !== 'SYSTEM' && mayReadField(sent(procedure), as(key), field(procedure, id)) ? [key] : []));

describe('who reads what', () => {
  it('identity is read by its owner and by those who check the application, in every region and every version', () => {
    const irkutsk = of('irkutsk');
    for (const id of ['identity_document', 'birth_date', 'citizenship', 'sex', 'documents'])
      expect(readersOf(irkutsk, id), id).toEqual(['TEACHER', 'OPERATOR', 'COORDINATOR']);
    const older = publishedProcedure('irkutsk/1.0.0');
    for (const id of ['identity_document', 'birth_date', 'citizenship', 'documents'])
      expect(readersOf(older, id), id).toEqual(['TEACHER', 'OPERATOR', 'COORDINATOR']);
  });

  it('a school is not asked to certify who the person is, unless the procedure opens it', () => {
    const irkutsk = of('irkutsk');
    expect(isCertified(irkutsk, field(irkutsk, 'identity_document'))).toBe(false);
    expect(isCertified(irkutsk, field(irkutsk, 'education'))).toBe(true);
    const older = publishedProcedure('samara/1.0.0');
    expect(isCertified(older, field(older, 'education'))).toBe(true);
    expect(isCertified(older, field(older, 'email'))).toBe(false);
  });

  it('[TM-07] Tomsk shows an expert contacts and the signed application once he takes part, no other region does', () => {
    const invited = { ...as('EXPERT'), takesPart: false };
    const tomsk = of('tomsk');
    expect(mayReadField(sent(tomsk), as('EXPERT'), field(tomsk, 'phone'))).toBe(true);
    expect(mayReadField(sent(tomsk), invited, field(tomsk, 'phone'))).toBe(false);
    expect(mayReadPaper(sent(tomsk), as('EXPERT'), 'signed_application')).toBe(true);
    for (const [region, procedure] of Object.entries(newest))
      for (const one of procedure.application.fields.filter((f) => f.shows === 'contact'))
        expect(mayReadField(sent(procedure), as('EXPERT'), one), `${region} ${one.id}`).toBe(region === 'tomsk');
  });

  it('[SV-13] Sverdlovsk shows the employer’s paper and the attached files to experts, the paper to the working group', () => {
    const sverdlovsk = of('sverdlovsk');
    const readers = ROLES.filter((role) => mayReadPaper(sent(sverdlovsk), as(role), 'employer_paper'));
    expect(readers).toEqual(['TEACHER', 'SCHOOL_COORDINATOR', 'COORDINATOR', 'OPERATOR', 'WORKING_GROUP', 'EXPERT', 'SECRETARY']);
    expect(mayReadFieldFiles(sent(sverdlovsk), as('EXPERT'), field(sverdlovsk, 'attachments'))).toBe(true);
    expect(mayReadFieldFiles(sent(sverdlovsk), as('COMMISSION_MEMBER'), field(sverdlovsk, 'attachments'))).toBe(false);
  });

  it.each(Object.entries(newest))('nobody but the owner and whom the procedure names reads unsent evidence: %s', (region, procedure) => {
    const simplified = region === 'tomsk' ? { values: { attestation_form: 'simplified' } } : {};
    const unsent = sent(procedure, { portfolio: { status: 'DRAFT' }, ...simplified });
    const ids = [...new Set(procedure.forms.flatMap((form) => form.sections.flatMap((s) => s.indicators.map((i) => i.id))))];
    const readers = ROLES.filter((role) => ids.some((id) => mayReadEvidence(unsent, as(role), id)));
    const named: Record<string, Role[]> = {
      tomsk: ['TEACHER', 'COORDINATOR', 'OPERATOR'],
      irkutsk: ['TEACHER', 'SCHOOL_DEPUTY', 'SCHOOL_HEAD'],
    };
    expect(readers).toEqual(named[region] ?? ['TEACHER']);
    if (region !== 'tomsk') return;
    expect(ids.filter((id) => mayReadEvidence(unsent, as('OPERATOR'), id)).sort()).toEqual([
      'attestation_sheet',
      'awards',
      'employer_submission',
    ]);
    const general = sent(procedure, { portfolio: { status: 'DRAFT' }, values: { attestation_form: 'remote' } });
    expect(ids.filter((id) => mayReadEvidence(general, as('OPERATOR'), id))).toEqual([]);
  });

  it('a telephone of any name is a contact', () => {
    const samara = of('samara');
    const mobile = { ...field(samara, 'email'), id: 'mobile', type: 'phone' as const };
    expect(mayReadField(sent(samara), as('EXPERT'), mobile)).toBe(false);
    expect(mayReadField(sent(samara), as('SCHOOL_HEAD'), mobile)).toBe(false);
    expect(mayReadField(sent(samara), as('OPERATOR'), mobile)).toBe(true);
  });
});
