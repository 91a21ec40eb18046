import type { Role } from '@/domain/procedure/vocabulary';

/** Names of the demo, all invented. */

export const PLACES: [string, string[]][] = [
  [
    'Ключевской округ',
    ['МБОУ «Верхнеключевская СОШ имени В. Н. Полякова»', 'МБДОУ «Детский сад комбинированного вида № 12 „Рябинка“»', 'МАОУ «Лицей № 3»'],
  ],
  ['Приречный район', ['МБОУ «Приреченская СОШ»', 'МБОУ «Озёрская ООШ»', 'МБУ ДО «Центр детского творчества»']],
  [
    'город Белогорск',
    ['МАОУ «Гимназия № 1»', 'МБОУ «СОШ № 7 с углублённым изучением отдельных предметов»', 'ГБПОУ «Белогорский педагогический колледж»'],
  ],
  ['Степной район', ['МБОУ «Ёлкинская СОШ»', 'МБДОУ «Детский сад „Солнышко“»']],
];

/** Who sits in a role; a region has those its procedure names. */
export const SEATS: [word: string, name: string, role: Role, where?: { municipality?: number; organisation?: number }][] = [
  ['teacher', 'Вострикова Людмила Аркадьевна', 'TEACHER'],
  ['school', 'Поляков Виктор Николаевич', 'SCHOOL_HEAD', { organisation: 0 }],
  ['hr', 'Самойлова Антонина Егоровна', 'SCHOOL_HR', { organisation: 0 }],
  ['deputy', 'Нефёдова Галина Игоревна', 'SCHOOL_DEPUTY', { organisation: 0 }],
  ['school-coordinator', 'Лапшин Дмитрий Олегович', 'SCHOOL_COORDINATOR', { organisation: 0 }],
  ['coordinator', 'Ермолаева Татьяна Сергеевна', 'COORDINATOR', { municipality: 0 }],
  ['operator', 'Кондратьева Ирина Павловна', 'OPERATOR'],
  ['working-group', 'Баранова Жанна Викторовна', 'WORKING_GROUP'],
  ['expert', 'Дружинин Константин Борисович', 'EXPERT', { organisation: 6 }],
  ['secretary', 'Арсеньева Нина Львовна', 'SECRETARY'],
  ['member', 'Фёдоров Игорь Семёнович', 'COMMISSION_MEMBER'],
  ['admin', 'Щербакова Алла Юрьевна', 'ADMINISTRATOR'],
];

/** Experts beside the first: one at the demo teacher's own school, one in her municipality, others elsewhere. */
export const EXPERTS: [name: string, organisation: number, post: string, positionIds: string[]][] = [
  ['Рукавишникова Елена Юрьевна', 7, 'учитель математики высшей категории', ['teacher', 'primary_teacher']],
  ['Алёхин Павел Ефимович', 3, 'учитель информатики', ['teacher']],
  ['Ёлкина Зинаида Максимовна', 9, 'учитель начальных классов', ['primary_teacher']],
  ['Сорокина Вера Ильинична', 0, 'учитель русского языка и литературы', ['teacher']],
  ['Гончаренко-Преображенская Александра Константиновна', 2, 'методист', []],
  ['Юсупов Ринат Маратович', 8, 'преподаватель педагогики', ['vocational_lecturer', 'additional_education_teacher']],
];

/** Where experts come from the teacher's own municipality, every municipality needs a few. */
export const NEIGHBOURS: typeof EXPERTS = [
  ['Тихомирова Юлия Петровна', 1, 'старший воспитатель', []],
  ['Зимин Антон Валерьевич', 2, 'учитель физики', ['teacher']],
  ['Кравцова Наталья Ефимовна', 4, 'учитель биологии', []],
  ['Мельникова Оксана Ивановна', 5, 'методист', []],
];

export const HEADS = ['Тарасова Галина Петровна', 'Никифоров Олег Иванович', 'Белова Людмила Фёдоровна', 'Мельник Андрей Тарасович'];

/** Teachers of the cases that are walked to a status. */
export const TEACHERS = [
  'Абрамова Юлия Викторовна',
  'Кузнецов Артём Павлович',
  'Никитина Ольга Романовна',
  'Громова Екатерина Николаевна',
  'Орлова-Вознесенская Анастасия Вячеславовна',
  'Мирошниченко Тамара Яковлевна',
  'Лебедева Светлана Борисовна',
  'Ёжикова Анна Сергеевна',
  'Вишнякова Полина Андреевна',
  'Дегтярёв Степан Игоревич',
  'Журавлёва Лидия Михайловна',
  'Калинина Вера Степановна',
  'Филатов Максим Андреевич',
  'Шубина Алла Викторовна',
];
