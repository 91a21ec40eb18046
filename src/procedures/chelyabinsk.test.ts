import { describe, expect, it } from 'vitest';
import { cardProblems } from '@/domain/card';
import { endOfTerm } from '@/domain/deadlines';
import { machineLabel } from '@/domain/labels';
import { formFor } from '@/domain/procedure/document';
import { indicatorsOf } from '@/domain/procedure/tree';
import { READY_CARD } from '@/domain/testing/facts';
import { paperCase, publishedCalendar, publishedProcedure } from './testing/published';
import { tagged } from './testing/tagged';

const chelyabinsk = publishedProcedure('chelyabinsk');
const form = formFor(chelyabinsk, 'teacher');
const term = (id: string) => {
  const found = chelyabinsk.deadlines.find((d) => d.id === id);
  if (!found) throw new Error(`no term ${id}`);
  return found;
};
const begun = () =>
  paperCase(chelyabinsk, form, {
    last_name: 'Вострикова',
    first_name: 'Людмила',
    email: 'l@example.org',
    municipality: 'm',
    organisation: 'o',
    position: 'teacher',
    requested_category: 'first',
    presence: 'without',
    card_checked: 'true',
  });

describe('Chelyabinsk', () => {
  it('tags as the letter’s own exactly what these lines of it say', () => {
    const said: Record<string, string> = {
      'words.teacher': '15',
      'words.portfolio': '69',
      'words.score_sheet': '254',
      'roles.TEACHER': '15, 31',
      'roles.SCHOOL_HR': '152',
      'roles.SCHOOL_DEPUTY': '217',
      'roles.COORDINATOR': '162',
      'roles.OPERATOR': '177',
      'roles.EXPERT': '250',
      'accounts.SCHOOL_HR': '162',
      'accounts.SCHOOL_DEPUTY': '217',
      'categories.first': '83',
      'application.channels.portal': '9',
      'application.returnForCorrection': '103',
      'statuses.application.REGISTERED': '97',
      'caseLine.registered': '97',
      'decision.order': '105-110, 135-150',
      'deadlines.expert_confirmation': '252',
      'documents.order': '105-110',
      'letters.status_changed': '66',
      'letters.invited': '252',
    };
    const { forms, positions: _, ...rest } = chelyabinsk;
    expect(tagged(rest, 'seed').sort()).toEqual(Object.keys(said).sort());
    // Lines 69-78 and 165-219: the nine sections of every worker’s card and who fills them; columns are named for the change of name alone (71).
    for (const { id, sections } of forms)
      expect(tagged({ sections }, 'seed').sort(), id).toEqual(
        [...sections.map((s) => `sections.${s.id}`), 'sections.name_change.indicators.name_change'].sort(),
      );
    expect(forms.flatMap(({ criteria, thresholds }) => tagged({ criteria, thresholds }, 'seed'))).toEqual([]);
  });

  it('keeps a card of nine sections, the same for every position', () => {
    for (const { sections } of chelyabinsk.forms)
      expect(sections.map((s) => s.label.ru)).toEqual([
        'Данные работника',
        'Отметка о смене ФИО',
        'Сведения о занимаемой должности',
        'Сведения об образовании',
        'Успехи в профессиональной деятельности',
        'Повышение квалификации/переподготовка',
        'Аттестация',
        'Тарификации',
        'Профессиональная деятельность',
      ]);
  });

  it('has HR fill in the first eight and the deputy head the last, by his own fields', () => {
    expect(form?.sections.map((s) => s.filledBy)).toEqual([...Array(8).fill('SCHOOL_HR'), 'SCHOOL_DEPUTY']);
    const labels = form?.sections.at(-1)?.indicators.map((i) => i.label.ru) ?? [];
    for (const label of [
      'Использование технологий',
      'Создание здоровьесберегающих условий',
      'Использование ЦОР',
      'Организационно-методическая работа',
      'Участие в работе методических объединений',
      'Публикации',
      'Выступления',
      'Инновационная деятельность',
      'Экспертная деятельность',
      'Участие в профессиональных конкурсах',
      'Консультативно-методическая деятельность',
      'Результаты освоения',
      'Достижения учащихся',
    ])
      expect(labels).toContain(label);
  });

  it('takes no files: every field of the card is data, every table names its columns', () => {
    const all = chelyabinsk.forms.flatMap(indicatorsOf);
    expect(all.filter((i) => i.input.startsWith('file'))).toEqual([]);
    expect(all.filter((i) => ['table', 'record'].includes(i.input) && !i.columns?.length).map((i) => i.id)).toEqual([]);
  });

  const on = { today: '2026-11-30' };
  const written = (...ids: string[]) => ids.map((indicatorId) => ({ indicatorId, value: {} }));
  const ofOfficer = written('person_data', 'position_held', 'education', 'training');
  const ofDeputy = written('mastery_results', 'technologies_used', 'digital_resources', 'org_method_work');

  it('lets the card be confirmed where nothing changed in the name and nothing is to be told of earlier attestation', () => {
    expect(cardProblems(form, [...ofOfficer, ...ofDeputy], on)).toEqual([]);
    expect(cardProblems(form, ofOfficer, on)).toMatchObject([{ path: ['section', 'activity'] }]);
  });

  it('is not confirmed with a day of appointment or a year of graduation that cannot be, and the place is named', () => {
    const entries = [...ofOfficer, ...ofDeputy].map((entry) =>
      entry.indicatorId === 'position_held'
        ? { ...entry, value: { since: '2090-01-01' } }
        : entry.indicatorId === 'education'
          ? { ...entry, value: { year: 1990 } }
          : entry,
    );
    const wrong = (birth: string | null) => cardProblems(form, entries, { ...on, birth }).map((p) => [p.code, ...p.path].join(' '));
    expect(wrong(null)).toEqual(['OUT_OF_BOUNDS indicator position_held since']);
    expect(wrong('1984-05-17'), 'six years old').toEqual([
      'OUT_OF_BOUNDS indicator position_held since',
      'OUT_OF_BOUNDS indicator education year',
    ]);
  });

  it('bounds the day of appointment and the year of graduation on the card of every position', () => {
    for (const f of chelyabinsk.forms) {
      const means = indicatorsOf(f).flatMap((i) => (i.columns ?? []).flatMap((c) => (c.means ? [`${i.id}.${c.id} ${c.means}`] : [])));
      expect(means, f.id).toEqual(['position_held.since appointment', 'education.year diploma']);
    }
  });

  it('offers the deputy head every kind of organising and method work that line 229 reads', () => {
    for (const f of chelyabinsk.forms)
      expect(
        indicatorsOf(f)
          .find((i) => i.id === 'org_method_work')
          ?.options?.map((o) => o.label.ru),
        f.id,
      ).toEqual(['Тьютор', 'Руководитель МО', 'Наставник', 'Классный руководитель', 'Учитель-апробатор', 'Эксперт', 'Разработчик', 'Иное']);
  });

  it('wants the fields that the deputy head’s object marks, asks ЦОР as a choice of several and nothing of other regions', () => {
    for (const { sections } of chelyabinsk.forms) {
      const asked = sections.at(-1)?.indicators ?? [];
      expect(asked.filter((i) => i.required).map((i) => i.id)).toEqual([
        'mastery_results',
        'technologies_used',
        'digital_resources',
        'org_method_work',
      ]);
      expect(asked.find((i) => i.id === 'digital_resources')).toMatchObject({
        input: 'multiselect',
        hint: { ru: 'Выберите несколько вариантов' },
      });
      expect(asked.find((i) => i.id === 'technologies_used')?.options?.map((o) => o.value)).not.toContain('health');
      expect(asked.filter((i) => i.source === 'proposed')).toEqual([]);
    }
  });

  it('asks on the card for neither the name nor the position that its head says', () => {
    const columns = chelyabinsk.forms.flatMap(indicatorsOf).flatMap((i) => i.columns?.map((c) => c.label.ru) ?? []);
    expect(columns).not.toContain('Ф.И.О. полностью');
    expect(columns).not.toContain('Должность');
  });

  it('is «Зарегистрировано» at once, with a filled profile and a confirmed card', () => {
    const paper = begun();
    paper.set({ profileFilled: false });
    expect(paper.go('submit', 'TEACHER')).toBe('CARD_MISSING,PROFILE_NOT_FILLED');
    paper.set({ profileFilled: true, card: READY_CARD });
    expect(paper.go('submit', 'TEACHER')).toBe('Зарегистрировано');
  });

  it('is sent by the teacher alone, and nothing is added afterwards', () => {
    expect(chelyabinsk.transitions.filter((t) => t.from === 'DRAFT').map((t) => t.actor)).toEqual(['TEACHER']);
    expect(chelyabinsk.application).toMatchObject({ onlyTeacherMaySubmit: true, cardFrozenOnSubmit: true, editableAfterSubmit: false });
    expect(chelyabinsk.application.returnForCorrection.allowed).toBe(false);
    const later = chelyabinsk.statuses.application.filter((s) => s.status !== 'DRAFT').flatMap((s) => s.may ?? []);
    expect(new Set(later)).toEqual(new Set(['withdraw']));
  });

  it('gives an expert two working days to confirm, and five of silence before another takes over, in red', () => {
    const calendar = publishedCalendar();
    expect(endOfTerm(term('expert_confirmation'), '2026-11-27', calendar).until, 'over a weekend').toBe('2026-12-01');
    expect(endOfTerm(term('expert_idle'), '2026-11-27', calendar).until).toBe('2026-12-04');
    expect([term('expert_confirmation').onExpiry, term('expert_idle').onExpiry]).toEqual(['lapse_assignment', 'replace_expert']);
    const red = chelyabinsk.statuses.assignment.filter((s) => s.tone === 'danger').map((s) => s.label.ru);
    expect(red).toEqual(['Просрочено', 'Передано другому специалисту']);
    expect(machineLabel(chelyabinsk, 'assignment', 'CONFIRMED', 'ru')).toBe('Подтвержден');
  });

  it('signs in by SNILS, with a password of one’s own after activation and never a given one', () => {
    const teacher = chelyabinsk.accounts.find((a) => a.role === 'TEACHER');
    expect(teacher).toMatchObject({ mode: 'snils_activation', login: 'snils', activation: ['letter', 'printed_code'] });
    expect(teacher?.password).toBeUndefined();
  });

  it('issues one order per category, published on two sites', () => {
    expect(chelyabinsk.decision.order.perCategory).toBe(true);
    expect(chelyabinsk.decision.order.publishOn).toHaveLength(2);
  });

  it('has the municipal operator issue the logins of the school', () =>
    expect(chelyabinsk.accounts.filter((a) => a.role.startsWith('SCHOOL_')).map((a) => a.issuedBy)).toEqual([
      'COORDINATOR',
      'COORDINATOR',
    ]));
});
