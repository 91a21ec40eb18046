import type { getTranslations } from 'next-intl/server';

type Words = Awaited<ReturnType<typeof getTranslations<'procedure.terms'>>>;

/** How long a term runs, in words. */
export function termLength(t: Words, { unit, amount }: { unit: string; amount: number }): string {
  if (unit === 'day_of_month') return t('day_of_month', { day: amount });
  return t(unit === 'working_days' ? 'working_days' : 'calendar_days', { count: amount });
}
