import { describe, expect, it } from 'vitest';
import { madeUpRegion } from '../testing/region';
import { type Checked, checkProcedure } from './check';

const whole = (): Checked => {
  const { reasons, forms, letters, positions, ...file } = structuredClone(madeUpRegion);
  return {
    file,
    reasons,
    letters,
    forms: Object.fromEntries(forms.map((f) => [`forms/${f.id}.yaml`, f])),
    positionIds: new Set(positions.map((p) => p.id)),
  };
};
const form = (c: Checked) => must(c.forms['forms/teacher.yaml']);
const way = (c: Checked, from: string, to: string) => must(c.file.transitions.find((t) => t.from === from && t.to === to));
const status = (c: Checked, name: string) => must(c.file.statuses.application.find((s) => s.status === name));
const term = (c: Checked, id: string) => must(c.file.deadlines.find((d) => d.id === id));
const field = (c: Checked, id: string) => must(c.file.application.fields.find((f) => f.id === id));
const drop = (c: Checked, test: (t: Checked['file']['transitions'][number]) => boolean) => {
  c.file.transitions = c.file.transitions.filter((t) => !test(t));
};
type ContactOpening = Extract<Checked['file']['rights'][number], { kind: 'contact' }>;
const open = (c: Checked, changes: Partial<ContactOpening>) =>
  void c.file.rights.push({
    kind: 'contact',
    fields: 'all',
    to: ['EXPERT'],
    from: 'application.submitted',
    source: 'proposed',
    ...changes,
  });
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not in the made-up region');
  return value;
}

describe('checkProcedure', () => {
  it('finds nothing in a sound procedure', () => {
    expect(checkProcedure(whole()).filter((f) => !f.warning)).toEqual([]);
  });

  const planted: [string, RegExp, (c: Checked) => void][] = [
    ['a group that does not sum', /children sum/, (c) => Object.assign(must(form(c).criteria[0]), { max: 6 })],
    ['a total that does not sum', /leaves sum to/, (c) => Object.assign(form(c), { totalMax: 11 })],
    ['a leaf above its rule', /its rule gives 5/, (c) => Object.assign(must(form(c).criteria[1]), { max: 6 })],
    ['evidence of another form', /no indicator nope/, (c) => Object.assign(must(form(c).criteria[1]), { evidence: ['nope'] })],
    ['thresholds upside down', /first is not below highest/, (c) => Object.assign(must(form(c).thresholds.first), { minTotal: 9 })],
    ['a threshold nobody reaches', /99 > 10/, (c) => Object.assign(must(form(c).thresholds.highest), { minTotal: 99 })],
    ['a category without threshold', /no threshold for first/, (c) => void delete form(c).thresholds.first],
    ['an unknown position', /unknown position astronaut/, (c) => Object.assign(form(c), { positions: ['astronaut'] })],
    ['a form under another name', /the file is/, (c) => Object.assign(form(c), { id: 'other' })],
    ['an unknown scale', /unknown scale nope/, (c) => Object.assign(c.file.assessment, { defaultRule: { type: 'scale', scale: 'nope' } })],
    [
      'a wrong sample',
      /sums to 3, stated 4/,
      (c) =>
        Object.assign(form(c), { sample: { source: 'seed', note: '', scores: { c_table: 2, c_report: 1 }, subtotals: { c_results: 4 } } }),
    ],
    [
      'an actor without the role',
      /role WORKING_GROUP is not among/,
      (c) => Object.assign(way(c, 'DRAFT', 'SUBMITTED'), { actor: 'WORKING_GROUP' }),
    ],
    ['a role of another scope', /has scope region/, (c) => Object.assign(must(c.file.roles[4]), { scope: 'municipality' })],
    ['a missing role', /SECRETARY missing/, (c) => void c.file.roles.splice(5, 1)],
    ['a status without a word', /APPEAL has no word/, (c) => Object.assign(way(c, 'DECIDED', 'REFUSED'), { to: 'APPEAL' })],
    ['a status out of reach', /DECIDED cannot be reached/, (c) => drop(c, (t) => t.to === 'MEETING_SET')],
    ['a dead end', /WITHDRAWN is a dead end/, (c) => void delete status(c, 'WITHDRAWN').terminal],
    [
      'a way out of an end',
      /leaves the terminal status GRANTED/,
      (c) => void c.file.transitions.push({ from: 'GRANTED', to: 'REFUSED', action: 'refuse', actor: 'SECRETARY' }),
    ],
    ['a system that fires at once', /fires at once/, (c) => void delete way(c, 'READY', 'EXPERTISE').guards],
    [
      'a circle of the system',
      /run in a circle/,
      (c) =>
        void c.file.transitions.push({
          from: 'EXPERTISE_DONE',
          to: 'READY',
          action: 'resume_review',
          actor: 'SYSTEM',
          guards: ['profile_filled'],
        }),
    ],
    ['a panel of nobody', /experts\.min of at least 1/, (c) => Object.assign(c.file.assessment.experts, { min: 0 })],
    [
      'an expertise without experts',
      /EXPERTISE is entered only with/,
      (c) => Object.assign(way(c, 'READY', 'EXPERTISE'), { guards: ['employer_confirmed'] }),
    ],
    [
      'an expertise done without scores',
      /EXPERTISE_DONE is entered only with/,
      (c) => Object.assign(way(c, 'EXPERTISE', 'EXPERTISE_DONE'), { guards: ['session_held'] }),
    ],
    ['a meeting without a date', /MEETING_SET is entered only with/, (c) => void delete way(c, 'EXPERTISE_DONE', 'MEETING_SET').guards],
    ['a coordinator who grants', /only by SECRETARY/, (c) => Object.assign(way(c, 'DECIDED', 'GRANTED'), { actor: 'COORDINATOR' })],
    ['two ways alike', /cannot be told from another/, (c) => void c.file.transitions.push({ ...way(c, 'DRAFT', 'SUBMITTED') })],
    [
      'an act that records nothing',
      /records nothing/,
      (c) => void c.file.transitions.push({ from: 'READY', to: 'READY', action: 'verify', actor: 'COORDINATOR' }),
    ],
    [
      'a condition on an unknown option',
      /has no option nope/,
      (c) => Object.assign(way(c, 'SUBMITTED', 'REGISTERED'), { unless: { field: 'attestation_form', equals: 'nope' } }),
    ],
    [
      'a condition on an unknown field',
      /unknown field nope/,
      (c) => Object.assign(way(c, 'SUBMITTED', 'REGISTERED'), { unless: { field: 'nope', notEmpty: true } }),
    ],
    ['a term watched by a person', /watched by SYSTEM/, (c) => Object.assign(way(c, 'RETURNED', 'INTAKE_REFUSED'), { actor: 'OPERATOR' })],
    ['a term that leads elsewhere', /does not lead to INTAKE_REFUSED/, (c) => Object.assign(term(c, 'correction'), { onExpiry: 'flag' })],
    ['an unknown term', /unknown term nope/, (c) => Object.assign(c.file.employerConfirmation, { respondBy: 'nope' })],
    [
      'a withdrawal without a way',
      /withdraw: the status and the transitions disagree/,
      (c) => drop(c, (t) => t.from === 'REGISTERED' && t.to === 'WITHDRAWN'),
    ],
    [
      'a withdrawal nobody registers',
      /does not follow application\.withdrawal/,
      (c) => Object.assign(way(c, 'REGISTERED', 'WITHDRAWN'), { actor: 'TEACHER', guards: ['profile_filled'] }),
    ],
    ['a missing word of a withdrawal', /DECLINED missing/, (c) => void c.file.statuses.withdrawal.pop()],
    ['no way back from RETURNED', /no way back/, (c) => drop(c, (t) => t.action === 'resubmit')],
    [
      'a return that is forbidden',
      /allowed and the status RETURNED disagree/,
      (c) => Object.assign(c.file.application, { returnForCorrection: { allowed: false, reason: 'no', source: 'seed' } }),
    ],
    [
      'a missing word of an assignment',
      /LAPSED missing/,
      (c) => Object.assign(c.file.statuses, { assignment: c.file.statuses.assignment.filter((s) => s.status !== 'LAPSED') }),
    ],
    ['first come without reserve', /needs a reserve/, (c) => Object.assign(c.file.assessment.experts, { reserve: 0 })],
    ['an invitation without a term', /invitation needs confirmBy/, (c) => void delete c.file.assessment.experts.confirmBy],
    ['an end that is EXPIRED', /never terminal/, (c) => Object.assign(status(c, 'EXPIRED'), { terminal: true })],
    ['an EXPIRED nobody opens again', /no transition restore/, (c) => drop(c, (t) => t.action === 'restore')],
    ['a lock without warnings', /EXPIRED is entered only with warnings_sent/, (c) => void delete way(c, 'REGISTERED', 'EXPIRED').guards],
    ['a lock with one warning', /needs two warnings/, (c) => void must(term(c, 'folder').warn).before.pop()],
    ['a lock that cannot be moved', /overridablePerCase/, (c) => void delete term(c, 'folder').overridablePerCase],
    ['a reminder without a letter', /needs the letter of its reminder/, (c) => void delete term(c, 'employer_response').reminder],
    ['a label that says deleted', /label must not say/, (c) => Object.assign(status(c, 'EXPIRED').label, { ru: 'Материалы удалены' })],
    [
      'a letter that says deleted',
      /letter must not say/,
      (c) => Object.assign(must(c.letters[1]).body, { en: 'By {{deadline.folder.date}} or all materials will be deleted' }),
    ],
    [
      'an unknown placeholder',
      /unknown placeholder nope/,
      (c) => Object.assign(must(c.letters[0]), { body: { ru: 'Дело {{nope}}', en: '{{nope}}' } }),
    ],
    ['a placeholder in one language', /different placeholders/, (c) => Object.assign(must(c.letters[0]).body, { en: 'Case' })],
    ['a federal limit', /over the federal 30/, (c) => Object.assign(term(c, 'review_application'), { amount: 31 })],
    ['terms over 90 days', /add up to \d+ calendar days/, (c) => Object.assign(term(c, 'folder'), { amount: 80 })],
    [
      'sample dates over 90 days',
      /125 calendar days apart/,
      (c) => Object.assign(term(c, 'folder'), { example: { from: '2023-04-19', until: '2023-08-22', source: 'seed' } }),
    ],
    ['a select without options', /select without options/, (c) => void delete field(c, 'attestation_form').options],
    ['a field twice', /last_name twice/, (c) => void c.file.application.fields.push(field(c, 'last_name'))],
    [
      'a missing field',
      /position missing/,
      (c) => Object.assign(c.file.application, { fields: c.file.application.fields.filter((f) => f.id !== 'position') }),
    ],
    ['refusals without reasons', /no reasons for refuse_intake/, (c) => void delete c.reasons.refuse_intake],
    ['a quorum above one', /needs 4 of 3/, (c) => Object.assign(c.file.decision.quorum, { need: 4 })],
    ['monthly sessions without a day', /monthly sessions need a day/, (c) => Object.assign(c.file.periods, { kind: 'monthly_sessions' })],
    ['a step of the case line twice', /READY twice/, (c) => void must(c.file.caseLine[0]).statuses.push('READY')],
    [
      'a gate nobody can open',
      /nobody can open conclusion_attached/,
      (c) => Object.assign(way(c, 'READY', 'EXPERTISE'), { guards: ['experts_confirmed', 'conclusion_attached'] }),
    ],
    ['a lock whose term never warns', /warnings_sent without a term that warns/, (c) => void delete term(c, 'folder').warn],
    [
      'a status without a next actor',
      /EXPERTISE_DONE has no next actor/,
      (c) => Object.assign(way(c, 'EXPERTISE_DONE', 'MEETING_SET'), { guards: ['session_set', 'signed_application_uploaded'] }),
    ],
    [
      'a status whose only actor is no role of the region',
      /EXPERTISE_DONE has no next actor/,
      (c) => Object.assign(way(c, 'EXPERTISE_DONE', 'MEETING_SET'), { actor: 'WORKING_GROUP' }),
    ],
    [
      'a dead end of several statuses',
      /no way leads from DECIDED to an end/,
      (c) => {
        drop(c, (t) => t.from === 'DECIDED');
        c.file.transitions.push({ from: 'DECIDED', to: 'MEETING_SET', action: 'appeal', actor: 'SECRETARY' });
        drop(c, (t) => t.from === 'MEETING_SET' && t.to !== 'DECIDED');
      },
    ],
    [
      'a placeholder without a value',
      /account\.password has no value at application\.registered/,
      (c) =>
        void c.letters.push({
          ...must(c.letters[0]),
          id: 'planted',
          event: 'application.registered',
          body: { ru: 'Пароль {{account.password}}', en: 'Password {{account.password}}' },
        }),
    ],
    [
      'a placeholder of a case in a letter about an account',
      /application\.number has no value at account\.invited/,
      (c) =>
        void c.letters.push({
          ...must(c.letters[0]),
          id: 'planted',
          event: 'account.invited',
          subject: { ru: 'Доступ', en: 'Access' },
          body: { ru: 'Дело {{application.number}}', en: 'Case {{application.number}}' },
        }),
    ],
    [
      'the days of a day of the month',
      /deadline\.folder\.days has no value/,
      (c) => {
        Object.assign(term(c, 'folder'), { unit: 'day_of_month', dayOfMonth: 20, amount: undefined });
        const days = '{{deadline.folder.days}}';
        c.letters.push({ ...must(c.letters[0]), id: 'planted', body: { ru: `Дней: ${days}`, en: `Days: ${days}` } });
      },
    ],
    [
      'a guard over an employer nobody asks',
      /nobody can open employer_confirmed/,
      (c) => Object.assign(c.file.employerConfirmation, { mode: 'none' }),
    ],
    [
      'a telephone that everybody reads',
      /field of type email shows contact, not case/,
      (c) => Object.assign(field(c, 'email'), { shows: 'case' }),
    ],
    ['an opening to a ghost', /role SCHOOL_HR is not among/, (c) => open(c, { to: ['SCHOOL_HR'] })],
    ['an opening to the system', /nothing is opened to SYSTEM/, (c) => open(c, { to: ['SYSTEM'] })],
    ['an opening of no field', /unknown field nope/, (c) => open(c, { fields: ['nope'] })],
    ['an opening of a field of another kind', /last_name is no contact/, (c) => open(c, { fields: ['last_name'] })],
    ['an opening when nothing is chosen', /unknown field nope/, (c) => open(c, { when: { field: 'nope', notEmpty: true } })],
    [
      'an expert’s moment for another',
      /expert\.confirmed is a moment of EXPERT only/,
      (c) => open(c, { to: ['SECRETARY'], from: 'expert.confirmed' }),
    ],
    [
      'unsent evidence for an expert',
      /EXPERT never reads what was not sent/,
      (c) =>
        void c.file.rights.push({ kind: 'evidence', indicators: 'all', to: ['EXPERT'], from: 'application.submitted', source: 'proposed' }),
    ],
    [
      'evidence of no form',
      /no form has an indicator nope/,
      (c) =>
        void c.file.rights.push({
          kind: 'evidence',
          indicators: ['nope'],
          to: ['OPERATOR'],
          from: 'application.submitted',
          source: 'proposed',
        }),
    ],
    ['a position without a form', /no form serves teacher: it cannot apply/, (c) => Object.assign(form(c), { positions: ['tutor'] })],
    [
      'a word of a meeting that nothing makes',
      /no act makes a meeting NOTICED/,
      (c) =>
        Object.assign(c.file.statuses, {
          meeting: [
            { status: 'PLANNED', label: { ru: 'Назначено', en: 'Planned' }, source: 'proposed' },
            { status: 'NOTICED', label: { ru: 'Объявлено', en: 'Noticed' }, source: 'proposed' },
          ],
        }),
    ],
    [
      'an end that warns once',
      /ends with refuse_intake needs two warnings/,
      (c) => Object.assign(term(c, 'correction'), { warn: { before: [3, 3], letter: 'correction_soon' } }),
    ],
    ['an end of a seat without a warning', /ends with lapse_assignment needs two/, (c) => void delete term(c, 'expert_confirmation').warn],
    [
      'a warning on the first day',
      /a warning on the day on which the term begins/,
      (c) => Object.assign(must(term(c, 'expert_confirmation').warn), { before: [2, 1] }),
    ],
    ['a term that nothing meets', /can never be met: no metBy/, (c) => void delete term(c, 'conclusions').metBy],
    [
      'a term met by what never happens here',
      /can never be met: no transition tells information\.requested/,
      (c) => Object.assign(term(c, 'expert_review'), { metBy: ['information.requested'] }),
    ],
    [
      'a term that never begins',
      /never begins: no transition tells conclusion\.signed/,
      (c) => Object.assign(term(c, 'conclusions'), { from: 'conclusion.signed' }),
    ],
    [
      'a case line against the way',
      /folder stands before review, but EXPERTISE_DONE leads to READY|review stands before folder, but READY leads to EXPERTISE/,
      (c) => {
        const [a, b] = [must(c.file.caseLine[1]), must(c.file.caseLine[2])];
        c.file.caseLine.splice(1, 2, b, a);
      },
    ],
    [
      'a letter without a greeting',
      /begins with no greeting/,
      (c) => Object.assign(must(c.letters[0]).body, { ru: 'Дело {{application.number}}: {{links.confirmation}} {{system.contact}}' }),
    ],
    [
      'a letter that leads nowhere',
      /has no link/,
      (c) => Object.assign(must(c.letters[1]).body, { ru: '{{greeting}} До {{deadline.folder.date}} {{system.contact}}' }),
    ],
    [
      'a letter that names nobody to ask',
      /says nowhere whom to ask/,
      (c) => Object.assign(must(c.letters[1]).body, { ru: '{{greeting}} До {{deadline.folder.date}}: {{links.cabinet}}' }),
    ],
    ['a letter with two sexes', /a verb of two sexes/, (c) => Object.assign(must(c.letters[1]).subject, { ru: 'Подал(а) заявление' })],
    ['a paper for a ghost', /role SCHOOL_HR is not among/, (c) => Object.assign(must(c.file.documents[0]), { audience: ['SCHOOL_HR'] })],
  ];
  it('asks none of what begins with schemaVersion 3 of a procedure written before', () => {
    const old = whole();
    Object.assign(old.file, { schemaVersion: 2 });
    Object.assign(form(old), { positions: ['tutor'] });
    delete term(old, 'correction').warn;
    delete term(old, 'conclusions').metBy;
    for (const letter of old.letters) Object.assign(letter.body, { ru: 'Дело', en: 'Case' });
    expect(checkProcedure(old).flatMap((f) => (f.warning ? [] : [f.message]))).toEqual(['unknown position tutor']);
  });
  it.each(planted)('finds %s', (_, message, spoil) => {
    const spoiled = whole();
    spoil(spoiled);
    const before = checkProcedure(whole()).map((f) => f.message);
    const found = checkProcedure(spoiled)
      .map((f) => f.message)
      .filter((m) => !before.includes(m));
    expect(found.join(' | ')).toMatch(message);
  });
});
