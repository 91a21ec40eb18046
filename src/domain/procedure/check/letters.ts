import { PLACEHOLDERS, placeholdersIn } from '../letterShape';
import type { ActorRole, DomainEvent } from '../vocabulary';
import { type Checked, duplicatesIn, type Report, SAYS_DELETED } from './fault';

const FILE = 'letters.yaml';
/** Values that only an event of an account brings; a case has none of them. */
const OF_ACCOUNT = /^(account\.|inviter\.|links\.(activation|passwordReset|deleteRegistration)$)/;
/** Values that an event without a case has as well. */
const ANYWHERE = /^(greeting$|system\.|deadline\.|counts\.|teacher\.(firstName|patronymic)$|links\.(cabinet|support|invitation)$)/;
const withoutCase = (event: DomainEvent) => event.startsWith('account.') || event === 'reminder.not_submitted' || event === 'month.started';

/** Letters: recipients that exist, placeholders that exist and have a value where the letter is sent, the same in both languages. */
export function checkLetters({ file: p, letters }: Checked, err: Report): void {
  for (const id of duplicatesIn(letters.map((l) => l.id))) err(['letters'], `${id} twice`, FILE);
  letters.forEach((l, k) => {
    const path = ['letters', k];
    if (l.recipient !== 'ACCOUNT' && !p.roles.some((r) => r.key === (l.recipient as ActorRole)))
      err([...path, 'recipient'], `role ${l.recipient} is not among the roles of this region`, FILE);
    const [ru = [], en = []] = (['ru', 'en'] as const).map((g) => placeholdersIn(`${l.subject[g]} ${l.body[g]}`));
    for (const name of new Set([...ru, ...en])) {
      const fault = placeholderFault(p, l.event, name);
      if (fault) err(path, `${l.id}: ${fault}`, FILE);
    }
    const set = (names: string[]) => [...new Set(names)].sort().join();
    if (set(ru) !== set(en)) err(path, `${l.id}: ru and en use different placeholders`, FILE);
    if (p.schemaVersion >= 3) for (const lack of lacksOf(l)) err([...path, 'body'], `${l.id}: ${lack}`, FILE);
    if (SAYS_DELETED.test([l.subject.ru, l.subject.en, l.body.ru, l.body.en].join('. ')))
      err([...path, 'body'], `${l.id}: a letter must not say that materials are deleted`, FILE);
  });
}

/** What a letter of one line would leave out: whom it greets, where to go on, whom to ask. */
function lacksOf({ subject, body }: Checked['letters'][number]): string[] {
  const names = placeholdersIn(body.ru);
  const greets = names[0] === 'greeting' || (names[0] === 'teacher.firstName' && names[1] === 'teacher.patronymic');
  return [
    ...(greets && body.ru.startsWith('{{') ? [] : ['begins with no greeting: {{greeting}}']),
    ...(names.some((name) => name.startsWith('links.')) ? [] : ['has no link']),
    ...(names.includes('system.contact') || names.includes('links.support') ? [] : ['says nowhere whom to ask: {{system.contact}}']),
    ...(/\((?:а|ла|ась|-а)\)/u.test(`${subject.ru} ${body.ru}`) ? ['a verb of two sexes: say it without one'] : []),
  ];
}

function placeholderFault(p: Checked['file'], event: DomainEvent, name: string): string | null {
  const [, id, part] = /^deadline\.([a-z0-9_]+)\.(date|days)$/.exec(name) ?? [];
  if (id) {
    const term = p.deadlines.find((d) => d.id === id);
    if (!term) return `unknown placeholder ${name}`;
    return part === 'days' && term.unit === 'day_of_month' ? `${name} has no value: the term ends on a day of the month` : null;
  }
  if (!(PLACEHOLDERS as readonly string[]).includes(name)) return `unknown placeholder ${name}`;
  const fits = withoutCase(event) ? OF_ACCOUNT.test(name) || ANYWHERE.test(name) : !OF_ACCOUNT.test(name);
  return fits ? null : `${name} has no value at ${event}`;
}
