import { type CalendarIndex, calendarIndex } from '@/domain/calendar';
import { calendarShape } from '@/domain/procedure/calendarShape';
import { once } from './once';
import type { Db } from './prisma';

export const CALENDAR_KEY = 'calendar';
const WEEKENDS_ONLY = calendarIndex({ weekend: [6, 7], years: [] });
const kept = () => once('calendar', () => ({ text: '', index: WEEKENDS_ONLY }));

/** The production calendar as the administrator last stored it; parsed again only when it changed. Without one only weekends are off. */
export async function calendar(db: Db): Promise<CalendarIndex> {
  const row = await db.setting.findUnique({ where: { key: CALENDAR_KEY } });
  if (!row) return WEEKENDS_ONLY;
  const known = kept();
  if (known.text !== row.value) Object.assign(known, { text: row.value, index: calendarIndex(calendarShape.parse(JSON.parse(row.value))) });
  return known.index;
}
