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
      ru: 'Этот адрес указан в учётной записи {{account.login}} системы «Аттестация». Если учётная запись ваша, подтвердите адрес: {{links.activation}} Ссылка действует три дня и только один раз. Если нет, не открывайте её: без вас этот адрес никому не достанется.',
      en: 'This address was given in the account {{account.login}} of the system “Attestation”. If the account is yours, confirm the address: {{links.activation}} The link works for three days and only once. If it is not, do not open it: nobody gets this address without you.',
    },
  },
  address_known: {
    ...toOwner,
    id: 'address_known',
    event: 'account.email_claimed',
    subject: { ru: 'Ваш адрес указали ещё раз', en: 'Your address was given once more' },
    body: {
      ru: 'В системе «Аттестация» кто-то указал этот адрес как свой. Он остаётся за вашей учётной записью, логин {{account.login}}: без письма на ваш адрес его никто не займёт. Если это были вы, войдите со своим логином: {{links.cabinet}} Если не вы, ничего делать не нужно.',
      en: 'In the system “Attestation” somebody gave this address as his own. It stays with your account, login {{account.login}}: nobody gets it without a letter to you. If it was you, sign in with your login: {{links.cabinet}} If it was not, do nothing.',
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
  role_waits: {
    ...toOwner,
    id: 'role_waits',
    event: 'account.role_waits',
    subject: { ru: 'Вам открывают доступ к аттестации педагогов', en: 'You are given access to the attestation of teachers' },
    body: {
      ru: '{{inviter.fullName}} открывает вам кабинет: {{account.role}}. Чтобы войти в него, примите роль по ссылке: {{links.invitation}} Ссылка действует семь дней и только один раз. Если вы не знаете, о чём речь, ничего делать не нужно.',
      en: '{{inviter.fullName}} opens a cabinet for you: {{account.role}}. To enter it, take up the role by this link: {{links.invitation}} The link works for seven days and only once. If you do not know what this is about, do nothing.',
    },
  },
} satisfies Record<string, OwnLetter>;
