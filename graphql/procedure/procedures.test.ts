import { beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '@/domain/procedure/vocabulary';
import { aheadMs, moveClock, now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { walkTo } from '@/server/walk/walkTo';
import { beginJourney, type Land, makeLand } from '@/testing/journey';
import { as, dataOf, failureOf, makeRegion } from '@/testing/viewers';

const LIST =
  'query ($all: Boolean) { procedures(allRegions: $all) { id version status current own regionSlug checksum counts { statuses } } }';
const WHOLE = `query ($id: UUID!, $form: String!) {
  procedure(id: $id) {
    regionLabel example
    statuses { status label kind teacherMay otherLabels source }
    transitions { fromLabel toLabel move { action actionLabel actor actorLabel gates onlyWhen unless term } }
    terms { id label from unit amount warnBefore onExpiry source }
    roles { role label access }
    rules { key label value source }
    forms { id title positions { id label } indicators criteria totalMax }
    form(id: $form) { title sections { no label indicators { label input required } } criteria { label depth group max rule } thresholds { category points source } }
    letters { id event recipient subject body }
    pages { name title }
    diagram { width height nodes { status current visited } edges { from to path } }
  }
}`;
const CASE =
  'query ($id: UUID!) { application(id: $id) { practice diagram { nodes { status label current visited } edges { from to visited } } } }';
const START = 'mutation ($id: UUID!) { startPracticeCase(procedureVersionId: $id) { problems { code } application { id practice } } }';

interface Whole {
  regionLabel: string;
  statuses: { status: string; label: string; kind: string; teacherMay: string[]; source: string }[];
  transitions: { fromLabel: string; toLabel: string; move: { action: string; actionLabel: string; actorLabel: string; gates: string[] } }[];
  terms: { id: string; from: string; amount: number; unit: string; onExpiry: string }[];
  rules: { key: string; label: string; value: string }[];
  forms: { id: string; criteria: number }[];
  form: {
    sections: { indicators: { input: string }[] }[];
    criteria: { depth: number; group: boolean; max: string }[];
    thresholds: object[];
  } | null;
  letters: { id: string; subject: string; body: string }[];
  pages: { name: string }[];
  diagram: { nodes: { current: boolean }[]; edges: { path: string }[] };
}
interface Drawn {
  application: {
    practice: boolean;
    diagram: { nodes: { status: string; label: string; current: boolean; visited: boolean }[]; edges: { visited: boolean }[] };
  } | null;
}

let land: Land;
let admin: GraphQLContext;
beforeAll(async () => {
  await makeRegion('tomsk');
  land = await makeLand('samara');
  admin = await as('ADMINISTRATOR', { region: land.region });
}, 30_000);
const versionId = () => land.region.currentVersionId ?? '';
const whole = async (context: GraphQLContext, id = versionId(), form = 'teacher') =>
  dataOf(await execute<{ procedure: Whole | null }, object>(WHOLE, { id, form }, context)).procedure;

describe('a procedure as the administrator sees it', () => {
  it('lists the versions of the own region, and those of all regions to compare', async () => {
    const own = dataOf(await execute<{ procedures: { own: boolean; regionSlug: string; current: boolean }[] }, object>(LIST, {}, admin));
    expect(own.procedures.map((p) => p.regionSlug)).toEqual(['samara']);
    const all = dataOf(await execute<typeof own, object>(LIST, { all: true }, admin));
    expect(all.procedures.map((p) => [p.regionSlug, p.own])).toEqual([
      ['samara', true],
      ['tomsk', false],
    ]);
  });

  it('shows words, ways, terms, rules, a form and its criteria', async () => {
    const p = await whole(admin);
    expect(p?.statuses.find((s) => s.status === 'REGISTERED')).toMatchObject({ label: 'НОВОЕ', source: 'seed' });
    const send = p?.transitions.find((t) => t.move.action === 'submit_portfolio');
    expect(send?.move).toMatchObject({ actorLabel: 'Аттестуемый', gates: ['работодатель подтвердил', 'обязательное заполнено'] });
    expect(p?.transitions).toHaveLength(land.procedure.transitions.length);
    expect(p?.terms.find((t) => t.id === 'result_letter')).toMatchObject({ amount: 3, unit: 'working_days', from: 'заседание прошло' });
    expect(p?.rules.find((r) => r.key === 'experts')?.value).toBe('не меньше 2 экспертов, не больше 3');
    expect(p?.form?.thresholds).toHaveLength(2);
    expect(p?.form?.criteria.filter((c) => !c.group)).toHaveLength(p?.forms.find((f) => f.id === 'teacher')?.criteria ?? -1);
    expect(p?.pages).toHaveLength(PAGES.length);
    expect(p?.diagram.nodes.some((n) => n.current)).toBe(false);
    expect((await whole(admin, versionId(), 'no_such_form'))?.form).toBeNull();
  });

  it('fills every letter of every language with sample data, no placeholder stays', async () => {
    for (const language of ['ru', 'en'] as const)
      for (const letter of (await whole({ ...admin, language }))?.letters ?? []) {
        expect(letter.subject + letter.body, letter.id).not.toMatch(/\{\{|\}\}|undefined/);
        expect(letter.body.trim(), letter.id).not.toBe('');
      }
  });

  it('reads the procedure of another region as well, and no other role reads any', async () => {
    const other = await prisma.procedureVersion.findFirstOrThrow({ where: { region: { slug: 'tomsk' } } });
    expect((await whole(admin, other.id))?.regionLabel).toBe('Томская область');
    for (const role of ['OPERATOR', 'SECRETARY', 'TEACHER'] as const) {
      const context = await as(role, { region: land.region });
      expect(failureOf(await execute(LIST, {}, context))).toBe('FORBIDDEN');
      expect(failureOf(await execute(WHOLE, { id: versionId(), form: 'teacher' }, context))).toBe('FORBIDDEN');
      expect(failureOf(await execute(START, { id: versionId() }, context))).toBe('FORBIDDEN');
    }
  });
});

describe('the diagram of a case', () => {
  it('marks where the case stands and how it came there, and is not found by another region', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    const { application } = dataOf(await execute<Drawn, object>(CASE, { id: journey.id }, journey.teacher));
    expect(application?.diagram.nodes.filter((n) => n.current).map((n) => n.label)).toEqual(['В РАБОТЕ']);
    expect(application?.diagram.nodes.filter((n) => n.visited).map((n) => n.status)).toEqual(['DRAFT', 'REGISTERED', 'PREPARATION']);
    expect(application?.diagram.edges.filter((e) => e.visited)).toHaveLength(2);
    const region = await prisma.region.findUniqueOrThrow({ where: { slug: 'tomsk' } });
    for (const role of ['OPERATOR', 'ADMINISTRATOR'] as const) {
      const stranger = await as(role, { region });
      expect(dataOf(await execute<Drawn, object>(CASE, { id: journey.id }, stranger)).application).toBeNull();
    }
  }, 30_000);
});

describe('a practice case', () => {
  const begin = async (id: string) =>
    dataOf(await execute<{ startPracticeCase: { application: { id: string } } }, object>(START, { id }, admin)).startPracticeCase
      .application.id;

  it('is seen by administrators alone, walks to its end and writes to nobody', async () => {
    const id = await begin(versionId());
    const wishes = { municipality: land.place.municipality.id, organisation: land.place.organisation.id };
    const letters = await prisma.notification.count();
    await walkTo(id, 'GRANTED', {
      wishes,
      goTo: async (instant) => void (await moveClock(aheadMs() + instant.getTime() - now().getTime())),
    });
    const row = await prisma.application.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe('GRANTED');
    expect(await prisma.notification.count()).toBe(letters);
    for (const role of ['OPERATOR', 'SECRETARY', 'TEACHER', 'SCHOOL_HEAD', 'COORDINATOR'] as const) {
      const account = role === 'TEACHER' ? await prisma.account.findUniqueOrThrow({ where: { id: row.accountId } }) : undefined;
      const context = await as(role, { region: land.region, place: land.place, ...(account && { account }) });
      expect(dataOf(await execute<Drawn, object>(CASE, { id }, context)).application, role).toBeNull();
    }
    expect(dataOf(await execute<Drawn, object>(CASE, { id }, admin)).application?.practice).toBe(true);
  }, 60_000);

  it('is refused on a version of another region', async () => {
    const other = await prisma.procedureVersion.findFirstOrThrow({ where: { region: { slug: 'tomsk' } } });
    expect(failureOf(await execute(START, { id: other.id }, admin))).toBe('NOT_FOUND');
  });
});

describe('a term that reaches into a year without a calendar', () => {
  it('says that its day is not certain', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('REGISTERED');
    const TERMS = 'query ($id: UUID!) { application(id: $id) { deadlines { termId certain } } }';
    // A context remembers the case it read: every question is a new one.
    const terms = async () => {
      const context = await as('ADMINISTRATOR', { region: land.region });
      const { application } = dataOf(
        await execute<{ application: { deadlines: { certain: boolean }[] } }, object>(TERMS, { id: journey.id }, context),
      );
      return application.deadlines;
    };
    expect(new Set((await terms()).map((d) => d.certain))).toEqual(new Set([true]));
    await prisma.deadline.updateMany({ where: { applicationId: journey.id }, data: { untilDate: new Date('2031-02-03') } });
    expect(new Set((await terms()).map((d) => d.certain))).toEqual(new Set([false]));
  }, 30_000);
});
