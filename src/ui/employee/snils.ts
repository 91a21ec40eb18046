/** A SNILS as people write it. */
export const snilsText = (digits: string | null | undefined): string =>
  digits && /^\d{11}$/.test(digits)
    ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`
    : (digits ?? '');
