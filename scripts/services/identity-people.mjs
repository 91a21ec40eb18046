/** Invented people of the local identity provider; the numbers have right check digits and belong to nobody. */
export const people = [
  {
    sub: 'person-1',
    family_name: 'Кедрова',
    given_name: 'Алевтина',
    middle_name: 'Игоревна',
    gender: 'female',
    email: 'kedrova@example.org',
    snils: '41230587134',
  },
  {
    sub: 'person-2',
    family_name: 'Ольховский',
    given_name: 'Мирон',
    middle_name: 'Савельевич',
    gender: 'male',
    email: 'olkhovskiy@example.org',
    snils: '53716029481',
  },
  { sub: 'person-3', family_name: 'Рябинина', given_name: 'Таисия', middle_name: '', gender: 'female' },
];
