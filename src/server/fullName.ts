/** Full name in the order of Russian papers. */
export const fullName = (p: { lastName: string; firstName: string; patronymic: string }): string =>
  [p.lastName, p.firstName, p.patronymic].filter(Boolean).join(' ');
