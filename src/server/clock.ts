import { once } from './once';
import { prisma } from './prisma';

const OFFSET_KEY = 'clock.offsetMs';
const state = () => once('clock', () => ({ offsetMs: 0 }));

/** The only "now" of business terms. Sessions, upload policies and logs use real time. */
export const now = (): Date => new Date(Date.now() + state().offsetMs);

/** Days the clock is ahead of real time; 0 outside a demo. */
export const aheadMs = (): number => state().offsetMs;

/** Takes over the offset another process may have set; called at the start of every request and job. */
export async function refreshClock(): Promise<Date> {
  const row = await prisma.setting.findUnique({ where: { key: OFFSET_KEY } });
  setOffset(row?.value);
  return now();
}

/** Takes over an offset that was read together with something else. */
export function setOffset(value: string | null | undefined): void {
  state().offsetMs = Number(value ?? 0);
}

/** Moves the clock of a demo or test forward; terms lapse at the next look of the worker. */
export async function moveClock(ms: number): Promise<Date> {
  const value = String(ms);
  await prisma.setting.upsert({ where: { key: OFFSET_KEY }, create: { key: OFFSET_KEY, value }, update: { value } });
  setOffset(value);
  return now();
}
