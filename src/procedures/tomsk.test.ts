import { describe, expect, it } from 'vitest';
import { emptyFacts, type Facts } from '@/domain/case/facts';
import { endOfTerm } from '@/domain/deadlines';
import { machineLabel, publicStatusLabel } from '@/domain/labels';
import { formFor } from '@/domain/procedure/document';
import { periodsAround } from '@/domain/schedule';
import { paperCase, publishedCalendar, publishedProcedure } from './testing/published';

const tomsk = publishedProcedure('tomsk');
const begun = (attestationForm = 'remote') =>
  paperCase(tomsk, formFor(tomsk, 'teacher'), {
    last_name: 'Вострикова',
    first_name: 'Людмила',
    email: 'l@example.org',
    phone: '+7 900 000-00-00',
    municipality: 'm',
    organisation: 'o',
    position: 'teacher',
    requested_category: 'first',
    attestation_form: attestationForm,
    simplified_ground: 'Звание',
  });
const seats = [
  { status: 'CONFIRMED' as const, sheet: null },
  { status: 'CONFIRMED' as const, sheet: null },
];
const say = (changes: Partial<Facts>) => publicStatusLabel(tomsk, { ...emptyFacts(), ...changes }, 'ru');

describe('Tomsk', () => {
  it('is sent with the signed application only', () => {
    const paper = begun();
    expect(paper.go('submit', 'TEACHER')).toBe('SIGNED_APPLICATION_MISSING');
    paper.set({ signedApplication: true });
    expect(paper.go('submit', 'TEACHER')).toBe('Новое заявление');
  });

  it('knows the forms очно, дистанционно, упрощенно', () =>
    expect(tomsk.application.fields.find((f) => f.id === 'attestation_form')?.options?.map((o) => o.label.ru)).toEqual([
      'очно',
      'дистанционно',
      'упрощенно',
    ]));

  it('lets a coordinator register the general forms into the schedule, decline the simplified one, and only the operator register that', () => {
    const general = begun();
    general.set({ signedApplication: true });
    general.go('submit', 'TEACHER');
    expect(general.acts('COORDINATOR')).toEqual(['register', 'refuse_intake', 'return_for_correction']);
    expect(general.go('register', 'OPERATOR')).toBe('COORDINATOR_REGISTERS');
    expect(general.go('register', 'COORDINATOR')).toBe('Не выбран период');
    expect(general.facts().status).toBe('PREPARATION');

    const orphan = begun();
    orphan.set({ signedApplication: true });
    orphan.go('submit', 'TEACHER');
    orphan.set({ coordinatorActive: false });
    expect(orphan.go('register', 'OPERATOR')).toBe('Не выбран период');

    const simplified = begun('simplified');
    simplified.set({ signedApplication: true });
    simplified.go('submit', 'TEACHER');
    expect(simplified.acts('COORDINATOR')).toEqual(['refuse_intake', 'return_for_correction']);
    expect(simplified.go('register', 'OPERATOR')).toBe('Зарегистрировано');
    expect(simplified.acts('COORDINATOR')).toEqual([]);
    expect(simplified.go('send_simplified', 'OPERATOR')).toBe('Назначено заседание комиссии');
  });

  it('marks a row of the schedule: no period, no experts, not approved, approved', () => {
    expect(say({ status: 'PREPARATION' })).toBe('Не выбран период');
    expect(say({ status: 'PREPARATION', period: '2026-p3' })).toBe('Эксперты не назначены');
    expect(say({ status: 'PREPARATION', period: '2026-p3', assignments: seats })).toBe('Не утвержденный график');
    expect(say({ status: 'PREPARATION', period: '2026-p3', assignments: seats, scheduleStatus: 'APPROVED' })).toBe(
      'Не утвержденный график',
    );
    expect(say({ status: 'READY' })).toBe('Утвержденный график');
    expect(['DRAFT', 'APPROVED'].map((s) => machineLabel(tomsk, 'schedule', s, 'ru'))).toEqual([
      'Не утвержденный график',
      'Утвержденный график',
    ]);
  });

  it('wants two specialists of the own municipality, else the operator appoints', () =>
    expect(tomsk.assessment.experts).toMatchObject({
      min: 2,
      max: 2,
      sameMunicipalityOnly: true,
      selectedBy: 'COORDINATOR',
      fallbackSelectedBy: 'OPERATOR',
    }));

  it('has eight windows of two months, each overlapping the next by one', () => {
    const periods = periodsAround(tomsk, '2026-11-24').filter((p) => p.startsOn >= '2026-09-01' && p.startsOn < '2027-09-01');
    expect(tomsk.periods.items?.map((i) => i.label.ru)).toEqual([
      'сентябрь-октябрь',
      'октябрь-ноябрь',
      'ноябрь-декабрь',
      'декабрь-январь',
      'январь-февраль',
      'февраль-март',
      'март-апрель',
      'апрель-май',
    ]);
    expect(periods).toHaveLength(8);
    for (const [k, next] of periods.slice(1).entries()) expect(periods[k]?.endsOn.slice(0, 7)).toBe(next.startsOn.slice(0, 7));
  });

  it('is verified only with a conclusion that the applicant signed, and the commission decides', () => {
    const paper = begun();
    paper.set({ signedApplication: true });
    paper.go('submit', 'TEACHER');
    paper.go('register', 'COORDINATOR');
    expect(paper.set({ period: '2026-p3', assignments: seats, scheduleStatus: 'APPROVED' })).toBe('Утвержденный график');
    expect(paper.set({ reviewStarted: true })).toBe('Итоговое заключение не прикреплено');
    expect(
      tomsk.forms.map((form) => form.criteria),
      'no points are given',
    ).toEqual(tomsk.forms.map(() => []));
    expect(paper.set({ conclusionAttached: true })).toBe('Итоговое заключение прикреплено');
    expect(paper.go('verify', 'COORDINATOR')).toBe('WRONG_STATUS');
    expect(paper.go('sign_conclusion', 'TEACHER')).toBe('Подписано итоговое заключение аттестуемым');
    expect(paper.go('put_on_agenda', 'SECRETARY')).toBe('VERDICT_NOT_RECORDED,NOT_HANDED_OVER');
    expect(paper.go('verify', 'COORDINATOR', { verdict: 'does_not_meet' })).toBe('Подписано итоговое заключение аттестуемым');
    expect(paper.set({ verdict: 'does_not_meet' })).toBe('Не соответствует заявленной категории');
    expect(paper.set({ verdict: 'meets' })).toBe('Соответствует заявленной категории');
    expect(paper.acts('COORDINATOR')).toEqual(['verify']);
    expect(paper.go('put_on_agenda', 'SECRETARY')).toBe('NOT_HANDED_OVER');
    expect(paper.set({ handedOver: true })).toBe('Передано в центр аттестации');
    expect(paper.go('verify', 'COORDINATOR', { verdict: 'does_not_meet' })).toBe('ALREADY_HANDED_OVER');
    expect(paper.go('put_on_agenda', 'SECRETARY')).toBe('Назначено заседание комиссии');
  });

  it('hands the conclusions over by the 15th of each month, or the next working day', () => {
    const term = tomsk.deadlines.find((d) => d.id === 'monthly_handover');
    if (!term) throw new Error('no such term');
    const calendar = publishedCalendar();
    expect(endOfTerm(term, '2026-12-01', calendar).until).toBe('2026-12-15');
    expect(endOfTerm(term, '2026-11-01', calendar).until, 'the 15th is a Sunday').toBe('2026-11-16');
  });

  it('lets the coordinator invite specialists and coordinators of organisations', () =>
    expect(tomsk.accounts.filter((a) => a.mode === 'invitation').map((a) => [a.role, a.invitedBy])).toEqual([
      ['SCHOOL_COORDINATOR', 'COORDINATOR'],
      ['EXPERT', 'COORDINATOR'],
    ]));

  it('takes links beside files', () => {
    expect(tomsk.portfolio.allowLinks).toBe(true);
    expect(tomsk.forms.flatMap((f) => f.sections).some((s) => s.indicators.some((i) => i.input === 'file_or_link'))).toBe(true);
    expect(tomsk.forms.flatMap((f) => f.sections.flatMap((s) => s.indicators)).filter((i) => i.id === 'signed_application')).toEqual([]);
  });

  it('tags as the source’s what its lines say, and nothing beside it', () => {
    const tags = (found: readonly { source?: string | undefined }[]) => found.map(({ source }) => source);
    // Lines 3 and 88 name the system and the centre, 86 and 161 end at the centre: of a commission there is no line.
    expect([tomsk.system.source, tomsk.decision.source]).toEqual(['derived', 'proposed']);
    // Line 12 names both categories, none says what the highest asks for.
    expect(tags(tomsk.categories.slice(0, 2))).toEqual(['seed', 'found']);
    // No line has an employer confirm; lines 654 and 685-692 have the coordinator alone register withdrawals, 546-549 say nothing of one's own school.
    expect(tags([tomsk.employerConfirmation, tomsk.application.withdrawal, tomsk.assessment.experts])).toEqual(Array(3).fill('derived'));
    expect(tags(tomsk.statuses.withdrawal?.filter((s) => s.status === 'DECLINED') ?? [])).toEqual(['derived']);
    // Lines 609 and 611 call the schedule approved or not, 525 and 527 say what a row of it lacks.
    expect(tags(tomsk.statuses.schedule?.slice(0, 2) ?? [])).toEqual(['seed', 'seed']);
    const row = tomsk.statuses.application.filter((s) => s.status === 'PREPARATION' || s.status === 'READY');
    expect([tags(row), tags(row[0]?.labels ?? [])]).toEqual([
      ['derived', 'derived'],
      ['seed', 'seed'],
    ]);
    // Line 441: declined for errors and a missing signature, with a letter that says no more than that it was declined.
    expect(tags(tomsk.reasons.refuse_intake?.filter((r) => r.id === 'no_signature' || r.id === 'errors') ?? [])).toEqual([
      'seed',
      'derived',
    ]);
    expect(tags(tomsk.reasons.return_for_correction ?? [])).not.toContain('seed');
    expect(tags(tomsk.letters.filter((l) => l.source === 'seed' && l.id !== 'not_submitted'))).toEqual([]);
    expect(tags(tomsk.caseLine)).not.toContain('seed');
  });

  it('asks every position for the papers of line 436, and lets the coordinator read them as line 461 says', () => {
    for (const form of tomsk.forms)
      expect([form.id, ...(form.sections[0]?.indicators ?? []).map((i) => `${i.id} ${i.source}`)]).toEqual([
        form.id,
        'attestation_sheet seed',
        'employer_submission seed',
        'awards seed',
      ]);
    expect(tomsk.rights.filter((r) => r.kind === 'evidence').map((r) => [r.to, r.source])).toEqual([
      [['COORDINATOR'], 'seed'],
      [['OPERATOR'], 'derived'],
    ]);
  });

  it('names the two journals as lines 430 and 687 do', () =>
    expect(tomsk.documents.filter((d) => d.id.endsWith('_journal')).map((d) => d.label.ru)).toEqual([
      'Журнал регистрации заявлений педагогических работников на аттестацию',
      'Журнал регистрации отозванных заявлений педагогических работников на аттестацию',
    ]));
});
