import type { FieldCondition } from '../shape';
import { type ActorRole, ROLE_SCOPE } from '../vocabulary';
import { type Checked, duplicatesIn, type Report } from './fault';

const REQUIRED_ROLES: readonly ActorRole[] = ['TEACHER', 'EXPERT', 'OPERATOR', 'SECRETARY', 'ADMINISTRATOR', 'SYSTEM'];
const REQUIRED_FIELDS = ['requested_category', 'position', 'organisation'];
/** Fields whose names give the case its person. */
const PERSON_FIELDS = ['last_name', 'first_name'];

/** Roles, accounts, categories and the application form. */
export function checkIntake({ file: p, reasons }: Checked, err: Report): void {
  const roles = new Set(p.roles.map((r) => r.key));
  const terms = new Map(p.deadlines.map((d) => [d.id, d]));
  const categories = new Set(p.categories.map((c) => c.id));
  const needRole = (role: ActorRole | undefined, path: (string | number)[]) =>
    role && !roles.has(role) && err(path, `role ${role} is not among the roles of this region`);

  for (const [key, words] of [
    ['words', p.words.map((t) => t.key)],
    ['roles', p.roles.map((r) => r.key)],
    ['categories', p.categories.map((c) => c.id)],
    ['accounts', p.accounts.map((a) => a.role)],
  ] as const)
    for (const word of duplicatesIn<string>(words)) err([key], `${word} twice`);

  p.roles.forEach((r, k) => {
    if (r.scope !== ROLE_SCOPE[r.key]) err(['roles', k, 'scope'], `${r.key} has scope ${ROLE_SCOPE[r.key]}, not ${r.scope}`);
  });
  for (const role of REQUIRED_ROLES) if (!roles.has(role)) err(['roles'], `${role} missing`);

  p.accounts.forEach((a, k) => {
    for (const role of [a.role, a.invitedBy, a.issuedBy]) needRole(role, ['accounts', k]);
    if (a.role === 'SYSTEM') err(['accounts', k], 'SYSTEM has no account');
    if ((a.mode === 'snils_activation') !== Boolean(a.activation))
      err(['accounts', k], 'activation belongs to the mode snils_activation, and only there');
    if (a.mode === 'snils_activation' && a.password) err(['accounts', k, 'password'], 'activated accounts have no preset password');
    if (a.credentialsValidDays && terms.get('credentials_life')?.amount !== a.credentialsValidDays)
      err(['accounts', k, 'credentialsValidDays'], 'differs from the term credentials_life');
  });
  p.categories.forEach((c, k) => {
    for (const held of c.requires?.held ?? []) if (!categories.has(held)) err(['categories', k], `unknown category ${held}`);
  });
  for (const [act, list] of Object.entries(reasons))
    for (const id of duplicatesIn(list.map((r) => r.id))) err([act], `${id} twice`, 'reasons.yaml');
  if (!reasons.refuse_intake) err(['refuse_intake'], 'no reasons for refuse_intake', 'reasons.yaml');
  if (p.application.returnForCorrection.allowed && !reasons.return_for_correction)
    err(['return_for_correction'], 'no reasons for return_for_correction', 'reasons.yaml');

  const steps = new Set((p.application.steps ?? []).map((s) => s.id));
  const fields = new Set(p.application.fields.map((f) => f.id));
  for (const id of duplicatesIn(p.application.fields.map((f) => f.id))) err(['application', 'fields'], `${id} twice`);
  p.application.fields.forEach((f, k) => {
    const path = ['application', 'fields', k];
    checkCondition(p, [...path, 'visibleWhen'], f.visibleWhen, err);
    checkCondition(p, [...path, 'requiredWhen'], f.requiredWhen, err);
    if (f.dependsOn && !fields.has(f.dependsOn)) err([...path, 'dependsOn'], `unknown field ${f.dependsOn}`);
    if (f.type === 'select' && (f.options?.length ?? 0) < 2) err(path, 'select without options');
    if (f.indefinite && f.type !== 'date') err([...path, 'indefinite'], 'only a date can be without end');
    if (steps.size > 0 ? !f.step || !steps.has(f.step) : f.step) err([...path, 'step'], `unknown step ${f.step}`);
  });
  for (const need of [...REQUIRED_FIELDS, ...PERSON_FIELDS]) if (!fields.has(need)) err(['application', 'fields'], `${need} missing`);
}

/** A condition names a field and a value that exist. */
export function checkCondition(p: Checked['file'], path: (string | number)[], condition: FieldCondition | undefined, err: Report): void {
  if (!condition) return;
  const field = p.application.fields.find((f) => f.id === condition.field);
  if (!field) {
    err(path, `unknown field ${condition.field}`);
    return;
  }
  const value = condition.equals;
  if (value === undefined) return;
  if (field.options && !field.options.some((o) => o.value === value)) err(path, `${field.id} has no option ${value}`);
  if (field.type === 'category' && !p.categories.some((c) => c.id === value)) err(path, `unknown category ${value}`);
}
