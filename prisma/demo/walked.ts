import type { Procedure } from '@/domain/procedure/shape';
import { leavesOf } from '@/domain/procedure/tree';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { answersToReach } from '@/domain/workflow';
import type { Region } from '@/generated/prisma/client';
import { compareVersions } from '@/procedures/versions';
import { now, setOffset } from '@/server/clock';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import * as M from '@/server/walk/documents';
import { walkTo } from '@/server/walk/walkTo';
import { act, goToDay } from './api';
import { TEACHERS } from './names';
import { type DemoPeople, makeTeacher } from './people';

/** A case of the demo that is walked to a status, or to another where the region's procedure lacks it. */
interface WalkedCase {
  to: ApplicationStatus;
  or?: ApplicationStatus;
  /** Begun so many days ago; a step a day from then on. */
  daysAgo: number;
  /** Of the organisations with experts enough near them. */
  place: number;
  /** The position whose form asks for most: the longest portfolio, the longest sheet. */
  richest?: boolean;
  /** Begun under the version published before the newest, and carried on by it. */
  older?: boolean;
  /** Of the demo's own teacher. */
  own?: boolean;
  /** With the answers that alone lead to this status later on (Tomsk: the simplified form); left out where the procedure knows none. */
  bound?: ApplicationStatus;
  /** Further answers, by field id; a region that does not ask for one leaves it out. */
  answers?: Readonly<Record<string, string>>;
}

const OWN: WalkedCase = { to: 'PREPARATION', or: 'READY', daysAgo: 45, place: 0, richest: true, own: true };
/** Begun long ago and left standing: their terms are over. */
const LATE: WalkedCase[] = [
  { to: 'DRAFT', daysAgo: 44, place: 1 },
  { to: 'SUBMITTED', daysAgo: 43, place: 2 },
  { to: 'REGISTERED', daysAgo: 42, place: 3 },
  { to: 'AWAITING_INFO', daysAgo: 41, place: 4 },
  { to: 'EXPERTISE', daysAgo: 40, place: 5 },
  { to: 'MEETING_SET', daysAgo: 39, place: 6 },
  { to: 'GRANTED', daysAgo: 38, place: 7 },
  { to: 'WITHDRAWN', daysAgo: 37, place: 8 },
];
/** What is asked but not required: without it a list has empty places that a real one has not. */
const FULL = { subject: 'математика', held_category: 'first', held_category_until: '2027-04-30', attestation_form: 'remote' };
const FRESH: WalkedCase[] = [
  { to: 'SUBMITTED', daysAgo: 1, place: 0, answers: FULL },
  { to: 'SUBMITTED', daysAgo: 2, place: 0, bound: 'REGISTERED' },
  { to: 'SUBMITTED', daysAgo: 3, place: 0, bound: 'REGISTERED' },
  { to: 'REGISTERED', daysAgo: 3, place: 3 },
];
/** What every region has, also one whose other cases have a demo of their own. */
export const OLDER_AND_RICHEST: WalkedCase[] = [
  { to: 'GRANTED', daysAgo: 80, place: 1, older: true },
  { to: 'EXPERTISE', daysAgo: 70, place: 4, older: true },
  { to: 'EXPERTISE', daysAgo: 20, place: 3, richest: true },
];
/** Schools of the two municipalities that have experts enough of their own. */
const PLACES_WITH_EXPERTS = [0, 3, 1, 4, 2, 5];

/** The cases of a region none of which needs a day of its own, the demo teacher's first. */
export const WALKED: WalkedCase[] = [OWN, ...LATE, ...FRESH];

/** Cases of any region, each walked through its own procedure to a status, a step a day; those of a status the procedure lacks are left out. */
export async function seedWalked(region: Region, people: DemoPeople, cases: readonly WalkedCase[], firstNo: number): Promise<void> {
  const { procedure } = await getCurrentProcedure(region.id);
  const named = (status: ApplicationStatus) =>
    status === 'DRAFT' || procedure.statuses.application.some((words) => words.status === status);
  let no = firstNo;
  for (const one of cases) {
    const target = named(one.to) ? one.to : one.or;
    const bound = one.bound ? answersToReach(procedure, one.bound) : {};
    if (!target || !named(target) || (one.bound && Object.keys(bound).length === 0)) continue;
    const teacher =
      (one.own && people.accounts.teacher) || (await makeTeacher(region, no, TEACHERS[(no - 1) % TEACHERS.length] ?? 'Учитель Показа'));
    if (!one.own) no += 1;
    let day = -one.daysAgo;
    goToDay(day);
    const id = await begin(region, teacher, one.older === true);
    if (target === 'DRAFT') continue;
    const organisation = people.organisations[PLACES_WITH_EXPERTS[one.place % PLACES_WITH_EXPERTS.length] ?? 0];
    const wishes: Record<string, string> = {
      ...one.answers,
      ...bound,
      ...(organisation && { municipality: organisation.municipalityId, organisation: organisation.id }),
      position: one.richest ? richestPosition(procedure) : (procedure.forms[no % procedure.forms.length]?.positions[0] ?? ''),
    };
    const goTo = async (instant: Date) => setOffset(String(instant.getTime() - Date.now()));
    await walkTo(id, target, { wishes, goTo }, () => {
      day = Math.min(day + 1, 0);
      if (day * 86_400_000 > now().getTime() - Date.now()) goToDay(day);
    });
  }
  goToDay(0);
}

/** Begins an application under the newest version, or under the one published before it. */
async function begin(region: Region, teacher: { id: string }, older: boolean): Promise<string> {
  const before = older ? await versionBefore(region) : null;
  const choose = (currentVersionId: string | null) => prisma.region.update({ where: { id: region.id }, data: { currentVersionId } });
  if (before) await choose(before);
  try {
    const account = await prisma.account.findUniqueOrThrow({ where: { id: teacher.id } });
    const { application } = await act<{ application: { id: string } }>(region, account, 'TEACHER', M.CREATE, {});
    return application.id;
  } finally {
    if (before) await choose(region.currentVersionId);
  }
}

/** The version that was current before the newest, or null when there is but one. */
async function versionBefore(region: Region): Promise<string | null> {
  const stored = await prisma.procedureVersion.findMany({
    where: { regionId: region.id, status: 'published', id: { not: region.currentVersionId ?? '' } },
    select: { id: true, version: true },
  });
  return stored.toSorted((a, b) => compareVersions(b.version, a.version))[0]?.id ?? null;
}

function richestPosition({ forms }: Procedure): string {
  const asked = (form: Procedure['forms'][number]) =>
    form.sections.reduce((sum, section) => sum + section.indicators.length, leavesOf(form.criteria).length);
  return forms.toSorted((a, b) => asked(b) - asked(a))[0]?.positions[0] ?? '';
}
