import { expect, type Page } from '@playwright/test';

/** Whole days from today of the demo's region to a day written 28.11.2026. */
export function daysUntil(day: string): number {
  const [d = 0, m = 0, y = 0] = day.split('.').map(Number);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Samara' }).format(new Date());
  return Math.round((Date.UTC(y, m - 1, d) - Date.parse(today)) / 86_400_000);
}

/** The administrator moves the clock of the demo so many days on. */
export async function moveClock(admin: Page, days: number): Promise<void> {
  if (days === 0) return;
  await admin.goto('/admin');
  await admin.getByLabel('На сколько дней вперёд').fill(String(days));
  await admin.getByRole('button', { name: 'Передвинуть' }).click();
  await expect(admin.getByText(new RegExp(`на ${days} д`))).toBeVisible();
}

/** Back to real time. */
export async function resetClock(admin: Page): Promise<void> {
  await admin.goto('/admin');
  const reset = admin.getByRole('button', { name: 'Вернуть сегодня' });
  if (!(await reset.isVisible())) return;
  await reset.click();
  await expect(reset).toBeHidden();
}

/** The procedure's day now, as a date field takes it. */
export async function clockDay(admin: Page): Promise<string> {
  await admin.goto('/admin');
  const ahead = Number(/на (\d+) д/.exec((await admin.locator('main').textContent()) ?? '')?.[1] ?? 0);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Samara' }).format(new Date(Date.now() + ahead * 86_400_000));
}

/** «28 ноября» of 2026-11-28. */
export const russianDay = (day: string): string =>
  new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));
