import { dayIn } from '@/domain/days';
import { formFor } from '@/domain/procedure/document';
import { leavesOf } from '@/domain/procedure/tree';
import { reasonsFor } from '@/domain/reasons';
import type { Account, Region } from '@/generated/prisma/client';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import * as M from '@/server/walk/documents';
import { demoPaper, demoScan, sha256 } from '@/server/walk/papers';
import { entryValue } from '@/server/walk/values';
import { act, goToDay } from './api';
import { type DemoPeople, makeTeacher } from './people';

/** A case of the demo: who, where, for what, and how far it has come. Days count from today. */
interface DemoCase {
  name: string;
  organisation: number;
  position: string;
  category: 'first' | 'highest';
  until: Stage;
  /** Account of its own, or the demo teacher. */
  login?: string;
  /** Fill every indicator, or about half of them. */
  half?: boolean;
  score?: number;
}
type Stage =
  | 'draft'
  | 'returned'
  | 'registered'
  | 'preparation'
  | 'expired'
  | 'withdrawn'
  | 'intake_refused'
  | 'ready'
  | 'expertise'
  | 'expertise_done'
  | 'meeting_set'
  | 'decided'
  | 'granted'
  | 'refused';

const CASES: DemoCase[] = [
  {
    name: 'Вострикова Людмила Аркадьевна',
    login: 'teacher',
    organisation: 0,
    position: 'teacher',
    category: 'highest',
    until: 'preparation',
    half: true,
  },
  { name: 'Абрамова Юлия Викторовна', organisation: 0, position: 'primary_teacher', category: 'first', until: 'registered' },
  { name: 'Ёжикова Анна Сергеевна', organisation: 4, position: 'teacher', category: 'first', until: 'draft' },
  { name: 'Кузнецов Артём Павлович', organisation: 2, position: 'teacher', category: 'first', until: 'returned' },
  { name: 'Никитина Ольга Романовна', organisation: 1, position: 'preschool_educator', category: 'highest', until: 'preparation' },
  { name: 'Сафронова Мария Ильинична', organisation: 3, position: 'teacher', category: 'first', until: 'expired', half: true },
  { name: 'Титов Егор Денисович', organisation: 5, position: 'additional_education_teacher', category: 'first', until: 'withdrawn' },
  { name: 'Белоусова Дарья Андреевна', organisation: 4, position: 'teacher', category: 'highest', until: 'intake_refused' },
  { name: 'Громова Екатерина Николаевна', organisation: 2, position: 'teacher', category: 'highest', until: 'ready' },
  { name: 'Орлова-Вознесенская Анастасия Вячеславовна', organisation: 3, position: 'teacher', category: 'highest', until: 'expertise' },
  { name: 'Мирошниченко Тамара Яковлевна', organisation: 9, position: 'teacher', category: 'first', until: 'expertise' },
  { name: 'Фролова Инна Геннадьевна', organisation: 10, position: 'preschool_educator', category: 'first', until: 'expertise_done' },
  { name: 'Шестаков Роман Олегович', organisation: 8, position: 'vocational_lecturer', category: 'highest', until: 'meeting_set' },
  { name: 'Лебедева Светлана Борисовна', organisation: 6, position: 'teacher', category: 'first', until: 'decided' },
  { name: 'Яковлева Наталья Михайловна', organisation: 7, position: 'primary_teacher', category: 'highest', until: 'granted' },
  { name: 'Пономарёв Илья Витальевич', organisation: 9, position: 'teacher', category: 'highest', until: 'refused', score: 1 },
];

const ORDER: Stage[] = ['draft', 'registered', 'preparation', 'ready', 'expertise', 'expertise_done', 'meeting_set', 'decided', 'granted'];
const reaches = (until: Stage, stage: Stage) => ORDER.indexOf(LEADS_TO[until] ?? until) >= ORDER.indexOf(stage);
const LEADS_TO: Partial<Record<Stage, Stage>> = {
  returned: 'registered',
  withdrawn: 'preparation',
  intake_refused: 'registered',
  expired: 'preparation',
  refused: 'granted',
};

/** Cases sent long ago went to the first meeting, the others to the second. */
const FIRST = { sent: -52, meeting: -42 };
const SECOND = { sent: -19, meeting: -10 };
const FINAL = { past: -3, next: 12 };
const isOld = (c: DemoCase) => reaches(c.until, 'ready') || ['expired', 'withdrawn'].includes(c.until);

interface Running {
  plan: DemoCase;
  teacher: Account;
  head: Account;
  id: string;
}

/** Brings every case where it belongs, each step through the API on its own day. */
export async function seedCases(region: Region, people: DemoPeople): Promise<void> {
  const { procedure } = await getCurrentProcedure(region.id);
  const { operator, secretary } = staffOf(people);
  const asSecretary = <T>(document: string, variables: Record<string, unknown>) =>
    act<T>(region, secretary, 'SECRETARY', document, variables);
  const asOperator = <T>(document: string, variables: Record<string, unknown>) => act<T>(region, operator, 'OPERATOR', document, variables);
  const day = (offset: number) => dayIn(procedure.region.timezone, new Date(Date.now() + offset * 86_400_000));
  const plan = async (step: string, on: number, planned: number) => {
    goToDay(planned);
    const { meeting } = await asSecretary<{ meeting: { id: string } }>(M.PLAN_MEETING, { input: { step, date: day(on) } });
    return meeting.id;
  };
  const hold = async (id: string, on: number) => {
    goToDay(on);
    await asSecretary(M.HOLD_MEETING, { input: { id, members: 9, present: 8 } });
  };
  const [admission = 'admission', final = 'final'] = procedure.decision.steps;

  const running: Running[] = [];
  const bring = async (c: DemoCase, sent: number) => {
    goToDay(sent - 1);
    const found = await begin(region, people, c, procedure);
    if (c.until !== 'draft') {
      goToDay(sent);
      await act(region, found.teacher, 'TEACHER', M.SUBMIT, { id: found.id });
    }
    running.push(found);
  };
  const admit = async (r: Running, on: number) => {
    goToDay(on);
    if (r.plan.until === 'intake_refused') {
      const reasonId = reasonsFor(procedure, 'refuse_intake')[0]?.id;
      const text = 'Копия приказа не читается, номер и дата не видны';
      await asSecretary(M.REFUSE_INTAKE, { input: { id: r.id, reasonId, text } });
    } else await asSecretary(M.ADMIT, { id: r.id });
  };

  const firstMeeting = await plan(admission, FIRST.meeting, FIRST.sent - 2);
  for (const c of CASES.filter(isOld)) await bring(c, FIRST.sent);
  for (const r of running) {
    goToDay(FIRST.sent + 2);
    await act(region, r.head, 'SCHOOL_HEAD', M.CONFIRM_EMPLOYER, { id: r.id });
  }
  await hold(firstMeeting, FIRST.meeting);
  for (const r of running) await admit(r, FIRST.meeting);

  const finalPast = await plan(final, FINAL.past, -20);
  for (const r of running) await carryOn(r);
  await hold(finalPast, FINAL.past);
  for (const r of running.filter((x) => reaches(x.plan.until, 'decided'))) await decide(r);
  await plan(final, FINAL.next, -2);

  const secondMeeting = await plan(admission, SECOND.meeting, SECOND.sent - 2);
  const recent = CASES.filter((c) => !isOld(c) && (reaches(c.until, 'preparation') || c.until === 'intake_refused'));
  for (const c of recent) await bring(c, SECOND.sent);
  await hold(secondMeeting, SECOND.meeting);
  for (const r of running.filter((x) => recent.includes(x.plan))) {
    await admit(r, SECOND.meeting);
    if (r.plan.until === 'preparation') await fillPortfolio(r, SECOND.meeting + 3);
    if (r.plan.login === undefined && r.plan.until === 'preparation') {
      goToDay(SECOND.meeting + 4);
      await act(region, r.head, 'SCHOOL_HEAD', M.CONFIRM_EMPLOYER, { id: r.id });
    }
  }
  for (const c of CASES.filter((x) => ['draft', 'registered', 'returned'].includes(x.until))) await bring(c, -1);
  goToDay(0);
  for (const r of running.filter((x) => x.plan.until === 'returned')) {
    const reasonId = reasonsFor(procedure, 'return_for_correction')[0]?.id;
    await asOperator(M.RETURN, { input: { id: r.id, reasonId, text: 'Укажите предмет и год окончания вуза' } });
  }
  await watchTerms(region.id);

  async function carryOn(r: Running): Promise<void> {
    if (r.plan.until === 'withdrawn') {
      goToDay(-30);
      await act(region, r.teacher, 'TEACHER', M.WITHDRAW, { input: { id: r.id, reason: 'Перехожу в другую школу' } });
    }
    // What is kept after a missed term can be seen.
    if (r.plan.until === 'expired') await fillPortfolio(r, -36);
    if (!reaches(r.plan.until, 'ready')) return;
    await fillPortfolio(r, -36);
    goToDay(-34);
    await act(region, r.teacher, 'TEACHER', M.SUBMIT_PORTFOLIO, { id: r.id });
    if (!reaches(r.plan.until, 'expertise')) return;
    goToDay(-8);
    const own = people.organisations[r.plan.organisation]?.id;
    const chosen = people.experts.filter((e) => e.organisationId !== own).slice(0, 2);
    await asOperator(M.APPOINT, { id: r.id, experts: chosen.map((e) => e.id) });
    const form = formFor(procedure, r.plan.position);
    if (!form) throw new Error(`no form for ${r.plan.position}`);
    const done = reaches(r.plan.until, 'expertise_done');
    goToDay(-6);
    for (const [k, expert] of chosen.entries()) {
      const account = await prisma.account.findUniqueOrThrow({ where: { id: expert.accountId } });
      const assignment = await prisma.expertAssignment.findFirstOrThrow({ where: { applicationId: r.id, expertId: expert.id } });
      const leaves = leavesOf(form.criteria);
      // An open case shows one expert half-way and the other not begun.
      const upTo = done ? leaves.length : k === 0 ? Math.floor(leaves.length / 2) : 0;
      for (const [n, leaf] of leaves.slice(0, upTo).entries()) {
        const value = r.plan.score ?? Math.min(leaf.max, 3 + ((n + k) % 3));
        const input = { assignmentId: assignment.id, criterionId: leaf.id, value: String(value), comment: '', version: 0 };
        await act(region, account, 'EXPERT', M.SAVE_SCORE, { input });
      }
      if (!done) continue;
      const text = 'Покажите в портфолио динамику результатов по годам и опишите, что изменилось в вашей работе.';
      await act(region, account, 'EXPERT', M.SAVE_RECOMMENDATIONS, { input: { assignmentId: assignment.id, text, version: 0 } });
      await act(region, account, 'EXPERT', M.FINISH_SHEET, { id: assignment.id });
    }
    if (!reaches(r.plan.until, 'meeting_set')) return;
    goToDay(-5);
    await asSecretary(M.PUT_ON_AGENDA, { id: r.id, meetingId: finalPast });
  }

  async function decide(r: Running): Promise<void> {
    goToDay(FINAL.past);
    const grants = r.plan.until !== 'refused';
    const votes = grants ? { votesFor: 8, votesAgainst: 0, votesAbstained: 0 } : { votesFor: 1, votesAgainst: 6, votesAbstained: 1 };
    await asSecretary(M.RECORD_DECISION, { input: { applicationId: r.id, ...votes, text: '' } });
    if (!reaches(r.plan.until, 'granted')) return;
    goToDay(FINAL.past + 1);
    const input = { applicationId: r.id, number: grants ? '417-р' : '418-р', date: day(FINAL.past + 1) };
    await asSecretary(grants ? M.GRANT : M.REFUSE, { input });
  }

  async function fillPortfolio(r: Running, on: number): Promise<void> {
    goToDay(on);
    const form = formFor(procedure, r.plan.position);
    const indicators = form?.sections.flatMap((s) => s.indicators) ?? [];
    for (const [k, indicator] of indicators.entries()) {
      if (r.plan.half ? k % 2 === 1 : k % 5 === 4 && !indicator.required) continue;
      const name = `${indicator.label.ru.slice(0, 60).replace(/[«»/\\:*?"<>|]/g, '')}.pdf`;
      await upload(region, r, { indicatorId: indicator.id }, name, demoPaper(k + r.plan.name.length));
      const value = indicator.input === 'file_and_values' && form ? entryValue(form, indicator) : null;
      if (value)
        await act(region, r.teacher, 'TEACHER', M.SAVE_ENTRY, { input: { applicationId: r.id, indicatorId: indicator.id, value } });
    }
  }
}

function staffOf(people: DemoPeople) {
  const get = (login: string) => {
    const account = people.accounts[login];
    if (!account) throw new Error(`no ${login}`);
    return account;
  };
  return { operator: get('operator'), secretary: get('secretary') };
}

type ProcedureOf = Awaited<ReturnType<typeof getCurrentProcedure>>['procedure'];

/** Begins an application and answers every question of the form that the procedure asks. */
async function begin(region: Region, people: DemoPeople, c: DemoCase, procedure: ProcedureOf): Promise<Running> {
  const organisation = people.organisations[c.organisation];
  if (!organisation) throw new Error(`no organisation ${c.organisation}`);
  const teacher = c.login ? people.accounts[c.login] : await makeTeacher(region, CASES.indexOf(c) + 1, c.name);
  const headRole = await prisma.roleAssignment.findFirstOrThrow({
    where: { regionId: region.id, role: 'SCHOOL_HEAD', organisationId: organisation.id },
    include: { account: true },
  });
  if (!teacher) throw new Error(`no teacher ${c.login}`);
  const { application } = await act<{ application: { id: string } }>(region, teacher, 'TEACHER', M.CREATE, {});
  const found: Running = { plan: c, teacher, head: headRole.account, id: application.id };
  const [lastName = '', firstName = '', patronymic = ''] = c.name.split(' ');
  const answers: Record<string, string> = {
    last_name: lastName,
    first_name: firstName,
    patronymic,
    email: teacher.email ?? '',
    education: 'Высшее, педагогический университет, 2009',
    experience_total: '16',
    municipality: organisation.municipalityId,
    organisation: organisation.id,
    position: c.position,
    subject: c.position === 'teacher' ? 'Математика' : '',
    requested_category: c.category,
    held_category: c.category === 'highest' ? 'first' : '',
    held_category_until: c.category === 'highest' ? 'indefinite' : '',
    data_consent: 'true',
  };
  for (const field of procedure.application.fields) {
    const value = answers[field.id];
    if (c.until === 'draft' && field.id === 'position') break;
    if (value) await act(region, teacher, 'TEACHER', M.SAVE_FIELD, { input: { applicationId: found.id, fieldId: field.id, value } });
    const scan = field.type === 'file' && c.category === 'highest';
    if (scan) await upload(region, found, { fieldId: field.id }, 'Выписка из приказа.png', demoScan());
  }
  return found;
}

interface UploadAnswer {
  file: { id: string };
  policy: { url: string; fields: { name: string; value: string }[] };
}

/** Uploads like a browser: policy, POST to the store, completion. */
async function upload(
  region: Region,
  r: Running,
  target: { indicatorId?: string; fieldId?: string },
  name: string,
  bytes: Buffer,
): Promise<void> {
  const input = { applicationId: r.id, ...target, name, size: bytes.length, sha256: sha256(bytes) };
  const { file, policy } = await act<UploadAnswer>(region, r.teacher, 'TEACHER', M.CREATE_UPLOAD, { input });
  const body = new FormData();
  for (const field of policy.fields) body.append(field.name, field.value);
  body.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  const response = await fetch(policy.url, { method: 'POST', body });
  if (!response.ok) throw new Error(`the store answered ${response.status}: ${await response.text()}`);
  await act(region, r.teacher, 'TEACHER', M.COMPLETE_UPLOAD, { id: file.id });
}
