import { describe, expect, it } from 'vitest';
import { emptyFacts } from '@/domain/case/facts';
import { publicStatusLabel } from '@/domain/labels';
import { portfolioEditable } from '@/domain/portfolio';
import { formFor } from '@/domain/procedure/document';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { paperCase, publishedProcedure } from './testing/published';

const irkutsk = publishedProcedure('irkutsk');
const statuses = irkutsk.statuses.application;
const mayIn = (right: 'edit_application' | 'edit_portfolio' | 'withdraw') =>
  statuses.filter((s) => s.may?.includes(right)).map((s) => s.status);

describe('Irkutsk', () => {
  it('has sixteen statuses, each with its word and definition', () => {
    const words: [ApplicationStatus, string][] = [
      ['DRAFT', 'Черновик'],
      ['SUBMITTED', 'Регистрация заявления'],
      ['REGISTERED', 'Заявление зарегистрировано'],
      ['UNDER_REVIEW', 'Заявление принято к рассмотрению'],
      ['AWAITING_INFO', 'Ожидание получения дополнительных сведений'],
      ['READY', 'Направлено на экспертизу'],
      ['EXPERTISE', 'Экспертиза'],
      ['EXPERTISE_DONE', 'Экспертиза завершена'],
      ['MEETING_SET', 'Определение сроков проведения АК'],
      ['IN_MEETING', 'Проведение АК'],
      ['DECIDED', 'Принятие решения'],
      ['GRANTED', 'Услуга оказана'],
      ['INTAKE_REFUSED', 'Отказано в приеме документов, необходимых для предоставления услуги'],
      ['REFUSED', 'Отказано в предоставлении услуги'],
      ['WITHDRAWN', 'Отозвано'],
      ['ARCHIVED', 'В архиве'],
    ];
    expect(statuses.map((s) => [s.status, publicStatusLabel(irkutsk, { ...emptyFacts(), status: s.status }, 'ru')])).toEqual(words);
    expect(statuses.filter((s) => !s.definition)).toEqual([]);
  });

  it('lets the application be edited as a draft only', () => expect(mayIn('edit_application')).toEqual(['DRAFT']));

  it('lets the passport grow while information is awaited and when sent for expertise, never during it', () => {
    expect(mayIn('edit_portfolio')).toEqual(['DRAFT', 'AWAITING_INFO', 'READY']);
    const editable = (status: ApplicationStatus) =>
      portfolioEditable(irkutsk, { status, portfolio: { status: 'DRAFT', pending: [], filled: {} } });
    expect(statuses.map((s) => s.status).filter(editable)).toEqual(['DRAFT', 'AWAITING_INFO', 'READY']);
  });

  it('lets the teacher withdraw in exactly five statuses', () =>
    expect(mayIn('withdraw')).toEqual(['REGISTERED', 'UNDER_REVIEW', 'AWAITING_INFO', 'READY', 'EXPERTISE']));

  it('registers with the portal’s number, asks and goes on when all have answered, opens the expertise without waiting for the school', () => {
    const paper = paperCase(irkutsk, formFor(irkutsk, 'teacher'), {
      last_name: 'Вострикова',
      first_name: 'Людмила',
      service_read: 'true',
      citizenship: 'Россия',
      identity_document: 'паспорт',
      requested_category: 'first',
      municipality: 'm',
      organisation: 'o',
      position: 'teacher',
      education: 'высшее',
    });
    expect(paper.go('submit', 'TEACHER')).toBe('Регистрация заявления');
    expect(paper.set({ number: '38-2026-00001' }), 'the own number is not enough').toBe('Регистрация заявления');
    expect(paper.set({ portalNumber: '4106469' })).toBe('Заявление зарегистрировано');
    expect(paper.go('accept', 'OPERATOR')).toBe('Заявление принято к рассмотрению');
    expect(paper.go('request_information', 'OPERATOR')).toBe('Ожидание получения дополнительных сведений');
    expect(paper.set({ requests: { asked: 2, awaited: ['AGENCY'] } })).toBe('Ожидание получения дополнительных сведений');
    expect(paper.set({ requests: { asked: 2, awaited: [] } })).toBe('Заявление принято к рассмотрению');
    expect(paper.go('send_to_review', 'OPERATOR')).toBe('Направлено на экспертизу');
    expect(paper.go('open_review', 'OPERATOR')).toBe('EXPERTS_NOT_CONFIRMED');
    const seat = { status: 'CONFIRMED' as const, sheet: null };
    // The memo has no employer: a silent school holds up nothing.
    paper.set({ assignments: [seat, seat], employerConfirmation: 'REMINDED' });
    expect(paper.go('open_review', 'OPERATOR')).toBe('Экспертиза');
    expect(paper.set({ assignments: [seat, seat].map(() => ({ status: 'FINAL', sheet: 'FINAL' })) })).toBe('Экспертиза завершена');
    // The status is reached while the day is sought; it is set afterwards.
    expect(paper.go('seek_session', 'SECRETARY')).toBe('Определение сроков проведения АК');
    expect(paper.facts().meeting).toBeNull();
    expect(paper.go('open_session', 'SECRETARY')).toContain('SESSION_NOT_SET');
    expect(paper.go('put_on_agenda', 'SECRETARY')).toBe('Определение сроков проведения АК');
    paper.set({ meeting: { step: 'final', date: '2026-12-28', status: 'PLANNED' } });
    expect(paper.go('open_session', 'SECRETARY')).toBe('SESSION_NOT_HELD,ATTENDANCE_NOT_RECORDED');
    paper.set({ meeting: { step: 'final', date: '2026-12-28', status: 'HELD' }, quorum: true });
    expect(paper.go('open_session', 'SECRETARY')).toBe('Проведение АК');
    expect(paper.go('record_decision', 'SECRETARY')).toBe('Принятие решения');
    paper.set({ decision: { outcome: 'establish' } });
    expect(paper.go('grant', 'SECRETARY')).toBe('Услуга оказана');
    expect(paper.set({ lapsed: ['archive_after'] })).toBe('В архиве');
  });

  it('asks two people of the organisation for their signature, and lets nothing wait for it', () =>
    expect(irkutsk.employerConfirmation).toMatchObject({
      mode: 'sign_portfolio',
      signers: ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
      blocks: [],
    }));

  it('lets teachers in by ESIA and experts by an internal login', () =>
    expect(['TEACHER', 'EXPERT'].map((role) => irkutsk.accounts.find((a) => a.role === role))).toMatchObject([
      { mode: 'esia', roleChosenAfterLogin: true },
      { mode: 'issued_by_operator', login: 'internal' },
    ]));

  it('asks in the blocks of its form', () => {
    expect(irkutsk.application.steps?.map((s) => s.label.ru)).toEqual([
      'Меню',
      'Информационный блок',
      'Сведения о заявителе',
      'Сведения, необходимые для получения услуги',
      'Документы',
      'Дополнительные документы',
    ]);
    const needed = irkutsk.application.fields.filter((f) => f.step === 'teacher' && f.required).map((f) => f.label.ru);
    expect(needed).toEqual(['Фамилия', 'Имя', 'Гражданство', 'Документ, удостоверяющий личность']);
  });

  it('tags as the source’s what its lines say, and nothing beside it', () => {
    // Line 90 speaks of the requested category; which there are no line says. The operator's name follows from the address of line 5.
    expect(irkutsk.categories.filter((c) => c.source !== 'found')).toEqual([]);
    expect(irkutsk.system.source).toBe('derived');
    // Line 79 applies in the system; the state portal gives its number afterwards (line 124), who writes it down is ours.
    expect(irkutsk.application.channels.map((c) => c.source)).toEqual(['seed', 'derived']);
    expect(irkutsk.application.portal?.source).toBe('derived');
    // Line 134 alone says who acts; 138 says what ends the expertise, 133-137 until when the teacher may withdraw. Other actors are ours.
    const said = irkutsk.transitions.filter((t) => t.source === 'seed').map((t) => `${t.action} ${t.actor}`);
    expect(said.toSorted()).toEqual(['accept OPERATOR', 'complete_review SYSTEM', 'submit TEACHER', ...Array(5).fill('withdraw TEACHER')]);
    // Line 138 alone has a paper formed; line 139 has the applicant told of the date, without the words.
    expect(irkutsk.documents.filter((d) => d.source === 'seed').map((d) => d.id)).toEqual(['expert_sheet']);
    expect(irkutsk.letters.filter((l) => l.source === 'seed' || l.source === 'found')).toEqual([]);
  });

  it('asks nobody to choose between ознакомлен and ознакомлена', () =>
    expect(irkutsk.application.fields.filter((f) => /\((а|ась)\)/.test(f.label.ru))).toEqual([]));
});
