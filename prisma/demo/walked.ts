import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import type { Account, Region } from '@/generated/prisma/client';
import { now, setOffset } from '@/server/clock';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import * as M from '@/server/walk/documents';
import { walkTo } from '@/server/walk/walkTo';
import { act, goToDay } from './api';
import { TEACHERS } from './names';
import { type DemoPeople, makeTeacher } from './people';

/** Statuses of the demo, the demo teacher's own first; a region has those its procedure names. */
const OWN: readonly ApplicationStatus[] = ['PREPARATION', 'READY'];
const OTHERS: readonly ApplicationStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'REGISTERED',
  'AWAITING_INFO',
  'EXPERTISE',
  'MEETING_SET',
  'GRANTED',
  'WITHDRAWN',
];
const BEGAN_DAYS_AGO = 45;
/** Schools of the two municipalities that have experts enough of their own. */
const PLACES_WITH_EXPERTS = [0, 3, 1, 4, 2, 5];

/** Cases of any region, each walked through its own procedure to a status, a step a day. */
export async function seedWalked(region: Region, people: DemoPeople): Promise<number> {
  const { procedure } = await getCurrentProcedure(region.id);
  const named = (status: ApplicationStatus) => procedure.statuses.application.some((words) => words.status === status);
  const own = OWN.find(named) ?? 'REGISTERED';
  const plans: [ApplicationStatus, number, Account?][] = [
    [own, 0, people.accounts.teacher],
    ...OTHERS.filter((status) => status === 'DRAFT' || named(status)).map((status, k): [ApplicationStatus, number] => [status, k]),
  ];
  for (const [k, [status, no, account]] of plans.entries()) {
    const teacher = account ?? (await makeTeacher(region, no + 1, TEACHERS[no % TEACHERS.length] ?? 'Учитель Показа'));
    const place = people.organisations[PLACES_WITH_EXPERTS[k % PLACES_WITH_EXPERTS.length] ?? 0];
    let day = -BEGAN_DAYS_AGO + k;
    goToDay(day);
    const { application } = await act<{ application: { id: string } }>(region, teacher, 'TEACHER', M.CREATE, {});
    const wishes: Record<string, string> = place ? { municipality: place.municipalityId, organisation: place.id } : {};
    const goTo = async (instant: Date) => setOffset(String(instant.getTime() - Date.now()));
    if (status === 'DRAFT') continue;
    await walkTo(application.id, status, { wishes, goTo }, () => {
      day = Math.min(day + 1, 0);
      if (day * 86_400_000 > now().getTime() - Date.now()) goToDay(day);
    });
  }
  goToDay(0);
  return prisma.application.count({ where: { regionId: region.id } });
}
