import type { Letter } from '@/domain/procedure/letterShape';

/** Letters about an account that no procedure has words for: they say the same in every region. */
export type OwnLetter = Pick<Letter, 'id' | 'recipient' | 'subject' | 'body'> & { event: string };

const toOwner = { recipient: 'ACCOUNT' } as const;

export const OWN_LETTERS = {
  confirm_new_address: {
    ...toOwner,
    id: 'confirm_new_address',
    event: 'account.email_claimed',
    subject: { ru: 'Подтвердите адрес электронной почты', en: 'Confirm your e-mail address' },
    body: {
      ru: 'Этот адрес указан в учётной записи {{account.login}} системы «Аттестация». Если учётная запись ваша, подтвердите адрес: {{links.activation}}\nСсылка действует три дня и только один раз. Если нет, не открывайте её: без вас этот адрес никому не достанется.',
      en: 'This address was given in the account {{account.login}} of the system “Attestation”. If the account is yours, confirm the address: {{links.activation}}\nThe link works for three days and only once. If it is not, do not open it: nobody gets this address without you.',
    },
  },
  address_known: {
    ...toOwner,
    id: 'address_known',
    event: 'account.email_claimed',
    subject: { ru: 'Ваш адрес указали ещё раз', en: 'Your address was given once more' },
    body: {
      ru: 'В системе «Аттестация» кто-то указал этот адрес как свой. Он остаётся за вашей учётной записью, логин {{account.login}}: без письма на ваш адрес его никто не займёт. Если это были вы, войдите со своим логином: {{links.cabinet}}\nЕсли не вы, ничего делать не нужно.',
      en: 'In the system “Attestation” somebody gave this address as his own. It stays with your account, login {{account.login}}: nobody gets it without a letter to you. If it was you, sign in with your login: {{links.cabinet}}\nIf it was not, do nothing.',
    },
  },
  address_changed: {
    ...toOwner,
    id: 'address_changed',
    event: 'account.email_changed',
    subject: { ru: 'Адрес для писем изменён', en: 'The address for letters was changed' },
    body: {
      ru: 'Письма учётной записи {{account.login}} системы «Аттестация» теперь приходят на другой адрес, и войти по этому больше нельзя. Если адрес изменили не вы, сразу напишите оператору: {{links.support}}',
      en: 'Letters of the account {{account.login}} of the system “Attestation” go to another address now, and this one no longer signs in. If it was not you who changed it, write to the operator at once: {{links.support}}',
    },
  },
  password_changed: {
    ...toOwner,
    id: 'password_changed',
    event: 'account.password_changed',
    subject: { ru: 'Пароль изменён', en: 'The password was changed' },
    body: {
      ru: 'Пароль учётной записи {{account.login}} системы «Аттестация» изменён, на других устройствах вход закрыт. Если это были не вы, задайте новый пароль по ссылке «Забыли пароль?» на странице входа, проверьте в учётной записи вход через портал и напишите оператору: {{links.support}}',
      en: 'The password of the account {{account.login}} of the system “Attestation” was changed, other devices were signed out. If it was not you, choose a new one by “Forgot the password?” on the sign-in page, look at the portal sign-in in your account and write to the operator: {{links.support}}',
    },
  },
  portal_linked: {
    ...toOwner,
    id: 'portal_linked',
    event: 'account.portal_linked',
    subject: { ru: 'К учётной записи подключён вход через портал', en: 'A portal sign-in was joined to the account' },
    body: {
      ru: 'В учётную запись {{account.login}} системы «Аттестация» теперь можно войти через портал. Если подключали вход не вы, уберите его на странице учётной записи и смените пароль: {{links.cabinet}}\nНе получается войти: {{links.support}}',
      en: 'The account {{account.login}} of the system “Attestation” can now be entered through the portal. If it was not you who joined it, remove it on the page of your account and change the password: {{links.cabinet}}\nIf you cannot sign in: {{links.support}}',
    },
  },
  portal_unlinked: {
    ...toOwner,
    id: 'portal_unlinked',
    event: 'account.portal_unlinked',
    subject: { ru: 'Вход через портал отключён', en: 'A portal sign-in was removed from the account' },
    body: {
      ru: 'Вход через портал убран из учётной записи {{account.login}} системы «Аттестация», на других устройствах вход закрыт. Если это были не вы, напишите оператору: {{links.support}}',
      en: 'A portal sign-in was removed from the account {{account.login}} of the system “Attestation”, other devices were signed out. If it was not you, write to the operator: {{links.support}}',
    },
  },
  role_waits: {
    ...toOwner,
    id: 'role_waits',
    event: 'account.role_waits',
    subject: { ru: 'Вам открывают доступ к аттестации педагогов', en: 'You are given access to the attestation of teachers' },
    body: {
      ru: '{{inviter.fullName}} открывает вам кабинет: {{account.role}}. Чтобы войти в него, примите роль по ссылке: {{links.invitation}}\nСсылка действует семь дней и только один раз. Если вы не знаете, о чём речь, ничего делать не нужно.',
      en: '{{inviter.fullName}} opens a cabinet for you: {{account.role}}. To enter it, take up the role by this link: {{links.invitation}}\nThe link works for seven days and only once. If you do not know what this is about, do nothing.',
    },
  },
} satisfies Record<string, OwnLetter>;

/** Such a letter with the greeting and the contact that letters of procedures have. */
export function framed<L extends OwnLetter>(letter: L): L {
  const frame = (text: string) => `{{greeting}}\n${text}\n{{system.contact}}`;
  return { ...letter, body: { ru: frame(letter.body.ru), en: frame(letter.body.en) } };
}
