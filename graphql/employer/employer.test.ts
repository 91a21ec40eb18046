import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import {
  AnswerDisputeDocument,
  ConfirmEmployerDocument,
  DisputeDocument,
  DisputeEmployerDocument,
  SchoolCaseDocument,
  SchoolHomeDocument,
  TeacherCaseDocument,
} from '@/gql/graphql';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { codesOf, dataOf, failureOf, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { ask, type Filled, filled, type Person, person, rowOf, said, sent, withdraw } from '../application/application.fixture';

const ASK_AGAIN = `mutation ($input: AskEmployerAgainInput!) { askEmployerAgain(input: $input) { problems { code path } application { id } } }`;

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

interface Asked extends Filled {
  head: Person;
}
/** An application whose school has been asked, with the head of that school. */
async function asked(): Promise<Asked> {
  const place = await makePlace(region);
  const head = await person('SCHOOL_HEAD', region, { place });
  return { ...(await sent(region, {}, { place })), head };
}
const confirm = async (who: Person, applicationId: string) => (await said(who, ConfirmEmployerDocument, { applicationId })).confirmEmployer;
const dispute = async (who: Person, applicationId: string, reason: string, fields: string[]) =>
  (await said(who, DisputeEmployerDocument, { input: { applicationId, reason, fields } })).disputeEmployer;
const askAgain = async (who: Person, applicationId: string, organisationId?: string) =>
  (
    dataOf(await ask(who, ASK_AGAIN, { input: { applicationId, ...(organisationId && { organisationId }) } })) as {
      askEmployerAgain: { problems: { code: string }[] };
    }
  ).askEmployerAgain;
const answerOf = async (id: string) => (await rowOf(id)).employerConfirmation;
const lettersOf = async (applicationId: string, letterId: string) =>
  prisma.notification.findMany({ where: { applicationId, letterId }, orderBy: { id: 'asc' } });

describe('the school’s answer', () => {
  it('sees the teacher’s statements, without consents, contacts and the category asked for', async () => {
    const { head, id } = await asked();
    const seen = (await said(head, SchoolCaseDocument, { id })).application;
    const ids = seen?.employerConfirmation?.facts.map((f) => f.fieldId);
    expect(ids).toEqual([
      'last_name',
      'first_name',
      'patronymic',
      'education',
      'experience_total',
      'municipality',
      'organisation',
      'position',
      'held_category',
    ]);
    expect(seen?.viewerActions.map((a) => a.action)).toEqual(['confirm_employer', 'dispute_employer']);
    expect(seen?.employerConfirmation?.deadline).toBeTruthy();
  });

  it('confirms: the answer, who and when, the term met, the history', async () => {
    const { head, id, who } = await asked();
    expect(codesOf(await confirm(head, id))).toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'CONFIRMED', reason: null, answeredById: head.account.id });
    expect((await answerOf(id))?.answeredAt).toBeTruthy();
    expect(await prisma.deadline.findFirst({ where: { applicationId: id, termId: 'employer_response' } })).toMatchObject({ status: 'MET' });
    const [line] = (await said(who, TeacherCaseDocument, { id, lines: 1 })).application?.timeline ?? [];
    expect(line).toMatchObject({ kind: 'confirm_employer', own: false });
    expect(codesOf(await confirm(head, id))).toEqual(['WRONG_STATUS']);
  });

  it('disputes with a reason; the teacher gets a letter and the words', async () => {
    const { head, id, who } = await asked();
    expect(codesOf(await dispute(head, id, ' ', ['position']))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await dispute(head, id, 'х'.repeat(2001), ['position']))).toEqual(['VALUE_TOO_LONG']);
    expect(codesOf(await dispute(head, id, 'Неверно', ['data_consent', 'nonsense']))).toEqual(['VALUE_NOT_LISTED', 'VALUE_NOT_LISTED']);
    expect(await answerOf(id)).toMatchObject({ status: 'ASKED' });
    expect(codesOf(await dispute(head, id, 'Должность: воспитатель', ['position']))).toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'DISPUTED', reason: 'Должность: воспитатель', disputedFields: ['position'] });
    expect((await lettersOf(id, 'employer_refused')).map((l) => l.accountId)).toEqual([who.account.id]);
    const [line] = (await said(who, TeacherCaseDocument, { id, lines: 1 })).application?.timeline ?? [];
    expect(line).toMatchObject({ text: expect.stringContaining('Должность: воспитатель') as string });
  });

  it('mends its own dispute by confirming, and a confirmation while the portfolio is not sent', async () => {
    const { head, id } = await asked();
    await dispute(head, id, 'Ошиблись', []);
    expect(codesOf(await confirm(head, id))).toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'CONFIRMED', reason: null, disputedFields: [] });
    expect(codesOf(await dispute(head, id, 'Всё же неверно', ['education']))).toEqual([]);
    await confirm(head, id);
    await prisma.portfolio.update({ where: { applicationId: id }, data: { status: 'SENT' } });
    expect(codesOf(await dispute(head, id, 'Поздно', ['education']))).toEqual(['WRONG_STATUS']);
  });

  it('confirming and disputing at once: one of the two stands, with one letter', async () => {
    const { head, id } = await asked();
    const answers = await Promise.all([confirm(head, id), confirm(head, id)]);
    expect(answers.flatMap(codesOf)).toEqual(['WRONG_STATUS']);
  });

  it('nothing is left to answer once the case has ended', async () => {
    const { head, id, who } = await asked();
    await withdraw(who, id, 'Передумала');
    expect(codesOf(await confirm(head, id))).toEqual(['WRONG_STATUS']);
    expect((await said(head, SchoolHomeDocument, {})).waiting.totalCount).toBe(0);
  });
});

describe('who may answer', () => {
  it('another school does not see the case; a draft is seen by none [SM-11]', async () => {
    const { id } = await asked();
    const stranger = await person('SCHOOL_HEAD', region);
    expect(failureOf(await ask(stranger, ConfirmEmployerDocument, { applicationId: id }))).toBe('NOT_FOUND');
    expect(failureOf(await ask(stranger, DisputeEmployerDocument, { input: { applicationId: id, reason: 'x', fields: [] } }))).toBe(
      'NOT_FOUND',
    );
    expect((await said(stranger, SchoolHomeDocument, {})).waiting.totalCount).toBe(0);
    const place = await makePlace(region);
    const draft = await filled(region, {}, { place });
    const own = await person('SCHOOL_HEAD', region, { place });
    expect(failureOf(await ask(own, ConfirmEmployerDocument, { applicationId: draft.id }))).toBe('NOT_FOUND');
  });

  it.each(ROLES.filter((role) => role !== 'SCHOOL_HEAD'))('a %s neither confirms nor disputes', async (role) => {
    const made = await asked();
    const other = role === 'TEACHER' ? made.who : await person(role, region, { place: made.place });
    for (const result of [
      await ask(other, ConfirmEmployerDocument, { applicationId: made.id }),
      await ask(other, DisputeEmployerDocument, { input: { applicationId: made.id, reason: 'x', fields: [] } }),
    ]) {
      const payload = Object.values(result.data ?? {})[0] as { problems: { code: string }[] } | undefined;
      expect(payload ? codesOf(payload) : failureOf(result)).toEqual(payload ? ['NOT_YOUR_MOVE'] : 'NOT_FOUND');
    }
    expect(await answerOf(made.id)).toMatchObject({ status: 'ASKED' });
  });
});

describe('asking again', () => {
  it('the same school is asked anew: a clean request, a letter, a new term', async () => {
    const { head, id } = await asked();
    const operator = await person('OPERATOR', region);
    await dispute(head, id, 'Не наш педагог', ['organisation']);
    expect(codesOf(await askAgain(operator, id))).toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'ASKED', reason: null, disputedFields: [], answeredAt: null });
    expect(await lettersOf(id, 'employer_request')).toHaveLength(2);
    const terms = await prisma.deadline.findMany({ where: { applicationId: id, termId: 'employer_response' }, orderBy: { id: 'asc' } });
    expect(terms.at(-1)?.status).toBe('RUNNING');
  });

  it('another organisation takes the case over: its head sees it, the former one no more [SM-11]', async () => {
    const { head, id } = await asked();
    const operator = await person('OPERATOR', region);
    const place = await makePlace(region);
    const next = await person('SCHOOL_HEAD', region, { place });
    expect(codesOf(await askAgain(operator, id, place.organisation.id))).toEqual([]);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      organisationId: place.organisation.id,
      municipalityId: place.municipality.id,
      values: { organisation: place.organisation.id, municipality: place.municipality.id },
      employerConfirmation: { status: 'ASKED', organisationId: place.organisation.id },
    });
    expect((await lettersOf(id, 'employer_request')).map((l) => l.accountId)).toEqual([head.account.id, next.account.id]);
    expect(failureOf(await ask(head, ConfirmEmployerDocument, { applicationId: id }))).toBe('NOT_FOUND');
    expect(codesOf(await confirm(next, id))).toEqual([]);
    expect(codesOf(await askAgain(operator, id))).toEqual(['WRONG_STATUS']);
  });

  it('refuses an organisation of another region, and one that does not exist', async () => {
    const { id } = await asked();
    const operator = await person('OPERATOR', region);
    const foreign = await makePlace(await makeNeighbour(region));
    expect(codesOf(await askAgain(operator, id, foreign.organisation.id))).toEqual(['VALUE_NOT_LISTED']);
    expect(codesOf(await askAgain(operator, id, newId()))).toEqual(['VALUE_NOT_LISTED']);
  });

  it('has no word for taking a silent school up or for its paper: such acts are refused', async () => {
    const { id } = await asked();
    const operator = await person('OPERATOR', region);
    for (const field of ['escalateEmployer', 'confirmEmployerOnPaper']) {
      const document = `mutation ($input: EmployerReasonInput!) { ${field}(input: $input) { problems { code path } } }`;
      const answer = dataOf(await ask(operator, document, { input: { applicationId: id, reason: 'Письмо № 7' } }));
      expect(codesOf((answer as Record<string, { problems: { code: string }[] }>)[field] ?? { problems: [] })).toEqual(['WRONG_STATUS']);
    }
  });

  it('is the operator’s act', async () => {
    const { head, id } = await asked();
    expect(codesOf(await askAgain(head, id))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await askAgain(await person('SECRETARY', region), id))).toEqual(['NOT_YOUR_MOVE']);
  });
});

describe('the teacher after a dispute', () => {
  const answer = async (who: Person, applicationId: string, note: string, answers: { fieldId: string; value: string }[] = []) =>
    (await said(who, AnswerDisputeDocument, { input: { applicationId, note, answers } })).answerDispute;

  it('sees the fact and the term, corrects the marked answer, and the school is asked again', async () => {
    const { head, id, who } = await asked();
    await dispute(head, id, 'Образование: диплом другой', ['education']);
    const seen = (await said(who, DisputeDocument, { id })).application;
    expect(seen?.employerConfirmation?.correctable).toEqual(['education']);
    expect(seen?.viewerActions.map((a) => a.action)).toContain('answer_dispute');
    expect(await prisma.deadline.findFirst({ where: { applicationId: id, termId: 'dispute_answer' } })).toMatchObject({
      status: 'RUNNING',
    });
    const [letter] = await lettersOf(id, 'employer_refused');
    expect(letter?.body).toMatch(/диплом другой/);
    expect(letter?.body).toMatch(/до \d/);
    expect(letter?.body).toMatch(/https?:\/\//);
    expect(codesOf(await answer(who, id, '', [{ fieldId: 'education', value: 'Высшее, 2009' }]))).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      values: { education: 'Высшее, 2009' },
      employerConfirmation: { status: 'ASKED', reason: null },
    });
    expect(await lettersOf(id, 'employer_request')).toHaveLength(2);
    expect(await prisma.deadline.findFirst({ where: { applicationId: id, termId: 'dispute_answer' } })).toMatchObject({ status: 'MET' });
    expect(codesOf(await confirm(head, id))).toEqual([]);
  });

  it('may stand by his answers in a word that the school reads; silence is refused and changes nothing', async () => {
    const { head, id, who } = await asked();
    await dispute(head, id, 'Не та должность', ['position']);
    expect(codesOf(await answer(who, id, '  '))).toEqual(['REASON_REQUIRED']);
    expect(await answerOf(id)).toMatchObject({ status: 'DISPUTED' });
    expect(codesOf(await answer(who, id, 'По приказу № 14 я учитель'))).toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'ASKED', reply: 'По приказу № 14 я учитель' });
    expect((await said(head, SchoolCaseDocument, { id })).application?.employerConfirmation?.reply).toBe('По приказу № 14 я учитель');
  });

  it('names another school by its organisation alone', async () => {
    const { head, id, who } = await asked();
    await dispute(head, id, 'Не наш педагог', ['organisation']);
    const place = await makePlace(region);
    expect(codesOf(await answer(who, id, '', [{ fieldId: 'organisation', value: place.organisation.id }]))).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      organisationId: place.organisation.id,
      municipalityId: place.municipality.id,
      values: { organisation: place.organisation.id, municipality: place.municipality.id },
      employerConfirmation: { status: 'ASKED', organisationId: place.organisation.id },
    });
  });

  it('corrects nothing that was not marked, no bad value, and nothing before a dispute; nobody else answers for him', async () => {
    const { head, id, who } = await asked();
    expect(codesOf(await answer(who, id, 'Рано'))).toEqual(['WRONG_STATUS']);
    await dispute(head, id, 'Стаж', ['experience_total']);
    expect(codesOf(await answer(who, id, '', [{ fieldId: 'education', value: 'другое' }]))).toContain('VALUE_NOT_LISTED');
    expect(codesOf(await answer(who, id, '', [{ fieldId: 'experience_total', value: 'много' }]))).not.toEqual([]);
    expect(await answerOf(id)).toMatchObject({ status: 'DISPUTED' });
    expect(codesOf(await answer(head, id, 'За педагога'))).toEqual(['NOT_YOUR_MOVE']);
    const stranger = await person('TEACHER', region);
    expect(failureOf(await ask(stranger, AnswerDisputeDocument, { input: { applicationId: id, note: 'x', answers: [] } }))).toBe(
      'NOT_FOUND',
    );
  });
});
