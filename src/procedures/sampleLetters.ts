import { formatDay } from '@/domain/days';
import { labelIn, roleLabel } from '@/domain/labels';
import { contactOf } from '@/domain/letterFrame';
import { fillIn, PLACEHOLDERS, type Placeholder } from '@/domain/procedure/letterShape';
import type { Letter, Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';

/** The letters of a procedure with made-up names, numbers and dates: what a person would read. */

const both = (ru: string, en: string) => ({ ru, en });
const day = (iso: string) => both(formatDay(iso, 'ru'), formatDay(iso, 'en'));
const at = (path: string) => both(`https://attestation.example/${path}`, `https://attestation.example/${path}`);

const SAMPLE: Record<
  Exclude<Placeholder, 'application.status' | 'teacher.position' | 'account.role' | 'decision.text' | 'system.contact'>,
  { ru: string; en: string }
> = {
  greeting: both('Людмила Сергеевна, здравствуйте.', 'Lyudmila Sergeevna, hello.'),
  'account.login': both('vostrikova-2417', 'vostrikova-2417'),
  'account.password': both('••••••••', '••••••••'),
  'teacher.firstName': both('Людмила', 'Lyudmila'),
  'teacher.patronymic': both('Сергеевна', 'Sergeevna'),
  'teacher.fullName': both('Вострикова Людмила Сергеевна', 'Vostrikova Lyudmila Sergeevna'),
  'teacher.phone': both('+7 900 000-00-00', '+7 900 000-00-00'),
  'application.number': both('63-2026-00417', '63-2026-00417'),
  'application.stateNumber': both('4102938475', '4102938475'),
  'application.statusChangedOn': day('2026-11-24'),
  'application.submittedOn': day('2026-11-20'),
  'application.registeredOn': day('2026-11-23'),
  'application.refusalReason': both('Должность не относится к педагогическим', 'The position is not a teaching position'),
  'application.returnReason': both('Копия приказа не читается', 'The copy of the order is unreadable'),
  'employer.disputeReason': both('Должность указана неверно', 'The position is wrong'),
  'withdrawal.reason': both('Личные обстоятельства', 'Personal circumstances'),
  'withdrawal.declineReason': both('Заявление не подписано', 'The paper is not signed'),
  'expert.fullName': both('Ларин Пётр Ильич', 'Larin Pyotr Ilyich'),
  'expert.declineReason': both('Отпуск', 'On leave'),
  'experts.names': both('Ларин Пётр Ильич, Юдина Анна Олеговна', 'Larin Pyotr Ilyich, Yudina Anna Olegovna'),
  'inviter.fullName': both('Котова Мария Андреевна', 'Kotova Maria Andreevna'),
  'period.label': both('ноябрь-декабрь 2026', 'November-December 2026'),
  'session.date': day('2026-12-28'),
  'decision.orderNumber': both('418-од', '418-od'),
  'decision.orderDate': day('2026-12-30'),
  'counts.pendingConclusions': both('3', '3'),
  'card.differences': both(
    'Фамилия: в заявлении «Вострикова-Лебедь», в карточке «Вострикова»',
    'Last name: application «Vostrikova-Lebed», card «Vostrikova»',
  ),
  'card.answer': both('карточка исправлена', 'the card was corrected'),
  'links.card': at('school/employees/1'),
  'links.cabinet': at('teacher'),
  'links.activation': at('activate'),
  'links.support': at('help'),
  'links.confirmation': at('school/applications'),
  'links.invitation': at('expert'),
  'links.review': at('expert'),
  'links.procedure': at('operator/applications'),
  'links.deleteRegistration': at('account'),
  'links.passwordReset': at('password/reset'),
};

/** Every letter of the procedure, filled in. */
export function sampleLetters(procedure: Procedure, language: Language): (Letter & { filled: { subject: string; body: string } })[] {
  const values = sampleValues(procedure, language);
  return procedure.letters.map((letter) => ({
    ...letter,
    filled: { subject: fillIn(labelIn(letter.subject, language), values), body: fillIn(labelIn(letter.body, language), values) },
  }));
}

/** A made-up value for every placeholder of the procedure. */
export function sampleValues(procedure: Procedure, language: Language): Record<string, string> {
  const category = procedure.categories.find((c) => c.offered)?.label[language] ?? '';
  const status = procedure.statuses.application.find((s) => s.status === 'REGISTERED') ?? procedure.statuses.application[0];
  const values: Record<string, string> = {
    ...Object.fromEntries(Object.entries(SAMPLE).map(([name, value]) => [name, value[language]])),
    'system.contact': contactOf(procedure, SAMPLE['links.support'][language], language),
    'application.status': status?.label[language] ?? '',
    'teacher.position': procedure.positions[0]?.label[language] ?? '',
    'account.role': roleLabel(procedure, 'EXPERT', language),
    'decision.text': language === 'ru' ? `установлена категория «${category}»` : `the category “${category}” is established`,
  };
  for (const term of procedure.deadlines) {
    values[`deadline.${term.id}.date`] = formatDay('2026-12-11', language);
    values[`deadline.${term.id}.days`] = String(term.amount ?? '');
  }
  return values;
}

/** Placeholders without a sample; a test holds it empty. */
export const withoutSample = (procedure: Procedure): string[] => {
  const known = sampleValues(procedure, 'ru');
  return PLACEHOLDERS.filter((name) => !known[name]);
};
