import { beforeAll, describe, expect, it } from 'vitest';
import { formFor } from '@/domain/procedure/document';
import type { Field, Opening, Procedure } from '@/domain/procedure/shape';
import { CASE_PAPERS, type CasePaper, type Kind, type Role } from '@/domain/procedure/vocabulary';
import { RIGHTS } from '@/domain/rights';
import { findNewest } from '@/procedures/read';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { as, contextOf, dataOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';

/**
 * The law of reading: over every field, indicator and paper of every region, every role and every status, the API answers what the table of
 * roles and the region's own openings say, and nothing else. What is expected is worked out here once more, from the words of the procedure.
 */

const READ = `query ($id: UUID!) { application(id: $id) {
  fieldValues { fieldId value }
  answers { fieldId value files { id name } }
  papers { paper files { id } }
  portfolio { readable sections { filled indicators { id files { id } entries { id } } } }
  informationRequests { id }
  letters { id }
  assignments { own expertName }
  employerConfirmation { facts { fieldId files { id } } }
} }`;

interface Read {
  fieldValues: { fieldId: string; value: string }[];
  answers: { fieldId: string; value: string; files: { id: string; name: string }[] }[];
  papers: { paper: CasePaper; files: { id: string }[] }[];
  portfolio: {
    readable: boolean;
    sections: { filled: number; indicators: { id: string; files: { id: string }[]; entries: { id: string }[] }[] }[];
  };
  informationRequests: { id: string }[];
  letters: { id: string }[];
  assignments: { own: boolean; expertName: string | null }[];
  employerConfirmation: { facts: { fieldId: string; files: { id: string }[] }[] } | null;
}

interface Stage {
  status: string;
  sent: boolean;
  asked: boolean;
  values: Record<string, string>;
}
interface Reading {
  name: string;
  role: Role;
  takesPart: boolean;
  sessionId: string;
}

const isFile = (field: Field) => field.type === 'file' || field.type === 'files';
const HANDED_IN: readonly Kind[] = ['contact', 'identity', 'form_file', 'evidence', 'paper'];

/** What is expected of one reader at one stage, by the words of the procedure alone. */
function rightsOf(procedure: Procedure, { role, takesPart }: Reading, stage: Stage) {
  const owner = role === 'TEACHER';
  const has = {
    'application.submitted': true,
    'employer.confirmation_requested': stage.asked,
    'expert.confirmed': takesPart,
    'portfolio.sent': stage.sent,
  } as const;
  const holds = ({ when }: Opening) =>
    !when || (when.notEmpty ? Boolean(stage.values[when.field]) : stage.values[when.field] === when.equals);
  const names = (opening: Opening): string | readonly string[] =>
    opening.kind === 'evidence' ? opening.indicators : opening.kind === 'paper' ? opening.papers : opening.fields;
  const reads = (kind: Kind, name: string): boolean => {
    if (owner) return HANDED_IN.includes(kind);
    if (role === 'EXPERT' && !takesPart) return false;
    if (RIGHTS[role][kind] && (kind !== 'evidence' || stage.sent)) return true;
    return procedure.rights.some(
      (o) => o.kind === kind && o.to.includes(role) && has[o.from] && holds(o) && (names(o) === 'all' || names(o).includes(name)),
    );
  };
  const { employerConfirmation: school, assessment, application } = procedure;
  const attachers: Record<CasePaper, readonly (string | undefined)[]> = {
    signed_application: [],
    employer_paper: [...(school.answeredBy ?? []), ...(school.signers ?? [])],
    withdrawal: application.withdrawal.by,
    conclusion: ['EXPERT', assessment.experts.selectedBy, assessment.experts.fallbackSelectedBy],
    information: [],
  };
  const field = ({ id, shows }: Field) => shows === 'case' || reads(shows, id);
  return {
    field,
    files: (of: Field) => field(of) && reads('form_file', of.id),
    evidence: (id: string) => reads('evidence', id),
    paper: (paper: CasePaper) =>
      paper === 'information'
        ? RIGHTS[role].internal_note
        : reads('paper', paper) || (attachers[paper].includes(role) && !owner && (role !== 'EXPERT' || takesPart)),
  };
}

const SAMPLES: Partial<Record<Field['type'], string>> = {
  number: '7',
  date: '2020-02-02',
  birth_date: '1984-05-17',
  email: 'mark@example.org',
  phone: '+7 900 123-45-67',
  snils: '112-233-445 95',
  checkbox: 'true',
};

describe.each([...findNewest('procedures'), 'src/procedures/testing/northland/1.0.0'])('%s', (folder) => {
  let procedure: Procedure;
  let applicationId: string;
  let region: Awaited<ReturnType<typeof makeRegion>>;
  const readers: Reading[] = [];
  const fileOf: Record<string, string> = {};
  let values: Record<string, string>;

  beforeAll(async () => {
    region = await makeRegion(folder);
    ({ procedure } = await getCurrentProcedure(region.id));
    const place = await makePlace(region);
    const teacher = await makeAccount();
    const at = new Date();
    const position = procedure.positions[0]?.id ?? '';
    const chosen: Partial<Record<Field['type'], string>> = {
      municipality: place.municipality.id,
      organisation: place.organisation.id,
      position,
      category: procedure.categories[0]?.id ?? '',
      held_category: procedure.categories[0]?.id ?? '',
    };
    values = Object.fromEntries(
      procedure.application.fields
        .filter((f) => !isFile(f))
        .map((f) => [f.id, chosen[f.type] ?? f.options?.[0]?.value ?? SAMPLES[f.type] ?? `текст ${f.id}`]),
    );
    applicationId = newId();
    const of = { regionId: region.id, applicationId };
    await prisma.application.create({
      data: {
        id: applicationId,
        regionId: region.id,
        procedureVersionId: region.currentVersionId ?? '',
        accountId: teacher.id,
        status: 'DRAFT',
        number: `N-${applicationId}`,
        values,
        positionId: position,
        organisationId: place.organisation.id,
        municipalityId: place.municipality.id,
        createdAt: at,
        updatedAt: at,
        statusChangedAt: at,
        portfolio: { create: { id: newId(), regionId: region.id, status: 'DRAFT', createdAt: at } },
        employerConfirmation: {
          create: { id: newId(), regionId: region.id, organisationId: place.organisation.id, status: 'NOT_ASKED', askedAt: at },
        },
        requests: { create: { id: newId(), regionId: region.id, addressee: 'AGENCY', text: '?', askedAt: at, askedById: newId() } },
      },
    });
    await prisma.notification.create({
      data: {
        id: newId(),
        ...of,
        accountId: teacher.id,
        role: 'TEACHER',
        email: 'mark@example.org',
        letterId: 'any',
        event: 'application.registered',
        subject: 'Письмо',
        body: 'Письмо',
        status: 'SENT',
        createdAt: at,
      },
    });
    const file = (key: string, under: { fieldId?: string; indicatorId?: string; paper?: string }) => {
      fileOf[key] = newId();
      return {
        id: fileOf[key] ?? '',
        ...of,
        ...under,
        uploadedById: under.paper ? newId() : teacher.id,
        name: `${key}.pdf`,
        extension: 'pdf',
        contentType: 'application/pdf',
        size: 1,
        sha256: '0'.repeat(64),
        status: 'STORED',
        incomingKey: `incoming/${newId()}`,
        policyExpiresAt: at,
        createdAt: at,
        storedAt: at,
      };
    };
    const indicators = formFor(procedure, position)?.sections.flatMap((s) => s.indicators) ?? [];
    await prisma.evidenceFile.createMany({
      data: [
        ...procedure.application.fields.filter(isFile).map((f) => file(f.id, { fieldId: f.id })),
        ...indicators.map((i) => file(i.id, { indicatorId: i.id })),
        ...CASE_PAPERS.map((paper) => file(paper, { paper })),
      ],
    });
    await prisma.evidenceEntry.createMany({
      data: indicators.map((i) => ({
        id: newId(),
        ...of,
        indicatorId: i.id,
        value: { text: 'текст' },
        createdAt: at,
        updatedAt: at,
        updatedById: teacher.id,
      })),
    });
    const sit = async (name: string, role: Role, status?: string) => {
      const account = role === 'TEACHER' ? teacher : await makeAccount();
      const context = await as(role, { region, place, account });
      readers.push({ name, role, takesPart: status === 'CONFIRMED', sessionId: context.session?.sessionId ?? '' });
      if (!status) return;
      const expert = await prisma.expert.findFirstOrThrow({ where: { accountId: account.id } });
      const appointed = { expertId: expert.id, status, appointedAt: at, appointedById: newId() };
      await prisma.expertAssignment.create({ data: { id: newId(), ...of, ...appointed } });
    };
    for (const { key: role } of procedure.roles)
      if (role === 'EXPERT') {
        await sit('EXPERT who was invited', role, 'INVITED');
        await sit('EXPERT who takes part', role, 'CONFIRMED');
        await sit('EXPERT who left', role, 'REPLACED');
      } else if (role !== 'SYSTEM') await sit(role, role);
  });

  async function reach({ status, sent, asked, values }: Stage): Promise<void> {
    await prisma.application.update({
      where: { id: applicationId },
      data: { status, values, submittedAt: status === 'DRAFT' ? null : new Date() },
    });
    await prisma.portfolio.update({ where: { applicationId }, data: { status: sent ? 'SENT' : 'DRAFT' } });
    await prisma.employerConfirmation.update({ where: { applicationId }, data: { status: asked ? 'ASKED' : 'NOT_ASKED' } });
  }

  async function check(reader: Reading, stage: Stage): Promise<void> {
    const context = await contextOf(region, reader.sessionId);
    const { application: seen } = dataOf(await execute<{ application: Read | null }, object>(READ, { id: applicationId }, context));
    const where = `${reader.name}, ${stage.status}, ${stage.sent ? 'sent' : 'unsent'}, ${stage.asked ? 'asked' : 'not asked'}`;
    const hidden = (stage.status === 'DRAFT' && reader.role !== 'TEACHER') || reader.name === 'EXPERT who left';
    if (hidden) return expect(seen, where).toBeNull();
    if (!seen) throw new Error(`${where}: the case is not there`);
    const may = rightsOf(procedure, reader, stage);
    const fields = procedure.application.fields;
    const plain = fields.filter((f) => !isFile(f));
    expect(sorted(seen.fieldValues.map((v) => v.fieldId)), `${where}: values`).toEqual(sorted(plain.filter(may.field).map((f) => f.id)));
    const shown = seen.answers.map((a) => a.fieldId);
    expect(
      shown.filter((id) => !fields.some((f) => f.id === id && may.field(f))),
      `${where}: answers`,
    ).toEqual([]);
    const formFiles = seen.answers.flatMap((a) => a.files.map((f) => f.id));
    const answered = fields.filter((f) => isFile(f) && shown.includes(f.id));
    expect(sorted(formFiles), `${where}: files of the form`).toEqual(sorted(answered.filter(may.files).map((f) => fileOf[f.id] ?? '')));
    for (const { paper, files } of seen.papers)
      expect([paper, files.map((f) => f.id)], `${where}: ${paper}`).toEqual([paper, may.paper(paper) ? [fileOf[paper]] : []]);
    for (const paper of CASE_PAPERS)
      if (may.paper(paper))
        expect(
          seen.papers.map((p) => p.paper),
          `${where}: papers`,
        ).toContain(paper);
    const indicators = seen.portfolio.sections.flatMap((s) => s.indicators);
    for (const { id, files, entries } of indicators)
      expect([id, files.length, entries.length], `${where}: evidence`).toEqual(may.evidence(id) ? [id, 1, 1] : [id, 0, 0]);
    expect(indicators.length).toBeGreaterThan(0);
    expect(seen.portfolio.readable, `${where}: readable`).toBe(
      (formFor(procedure, procedure.positions[0]?.id)?.sections ?? []).some((s) => s.indicators.some((i) => may.evidence(i.id))),
    );
    const by = RIGHTS[reader.role];
    expect(seen.informationRequests.length, `${where}: notes`).toBe(by.internal_note ? 1 : 0);
    expect(seen.letters.length, `${where}: letters`).toBe(by.contact && reader.role !== 'TEACHER' ? 1 : 0);
    for (const { own, expertName } of seen.assignments) expect(expertName !== null, `${where}: expert's name`).toBe(own || by.expert_name);
    const facts = seen.employerConfirmation?.facts ?? [];
    for (const { fieldId } of facts) expect(shown, `${where}: facts`).toContain(fieldId);
  }

  it('every role reads in every status what its kind of data and the region’s openings give it, and no more', async () => {
    const [first, ...later] = procedure.statuses.application.map((s) => s.status).filter((s) => s !== 'DRAFT');
    const forms = procedure.application.fields.find((f) => f.id === 'attestation_form')?.options?.map((o) => o.value) ?? [];
    const variants = [values, ...forms.slice(-1).map((form) => ({ ...values, attestation_form: form }))];
    const moments = [
      { sent: false, asked: false },
      { sent: false, asked: true },
      { sent: true, asked: true },
    ];
    const whole = variants.flatMap((own) => moments.map((moment) => ({ status: first ?? '', values: own, ...moment })));
    const others = later.flatMap((status, k) => {
      const moment = moments[k % moments.length];
      return moment ? [{ status, values: variants[k % variants.length] ?? values, ...moment }] : [];
    });
    for (const stage of [{ status: 'DRAFT', values, sent: false, asked: false }, ...whole, ...others]) {
      await reach(stage);
      await Promise.all(readers.map((reader) => check(reader, stage)));
    }
  }, 180_000);
});

const sorted = (ids: readonly string[]) => [...ids].sort();
