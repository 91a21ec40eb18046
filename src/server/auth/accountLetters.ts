import { formatDay } from '@/domain/deadlines';
import { roleLabel } from '@/domain/labels';
import { type Letter, lettersFor } from '@/domain/procedure/letterShape';
import type { Procedure } from '@/domain/procedure/shape';
import type { DomainEvent, Language, Role } from '@/domain/procedure/vocabulary';
import { env } from '../env';
import { type LetterValues, SECRET_MARK, toAccount, writeLetters } from '../mail/letters';
import type { Tx } from '../prisma';
import { framed, OWN_LETTERS } from './ownLetters';
import { accountRule } from './roles';

export interface LetterAccount {
  id: string;
  login: string;
  email: string | null;
  pendingEmail: string | null;
  language: string;
  firstName?: string;
  patronymic?: string;
}

interface About {
  regionId: string;
  procedure: Procedure;
  account: LetterAccount;
  role?: Role;
  /** Last day of the account's term. */
  until?: Date;
  values?: LetterValues;
  secret?: string;
  /** The address it goes to, where that is not simply where letters to the account go. */
  to?: string;
}

/** Writes the letters an event of an account sends. The secret stays sealed until they leave. */
export async function writeAccountLetters(tx: Tx, event: DomainEvent, about: About): Promise<void> {
  const { procedure } = about;
  // A role that is invited has a letter of its own with the link of an invitation; an account that is issued needs its login and password.
  const invites = about.role && event === 'account.invited' && accountRule(procedure, about.role)?.mode === 'invitation';
  for (const letter of lettersTo(lettersFor(procedure.letters, event), invites ? undefined : about.role)) {
    await writeLetters(tx, letter, contextOf(about, event));
  }
}

/** Writes a letter that no procedure has words for. */
export const writeOwnLetter = (tx: Tx, name: keyof typeof OWN_LETTERS, about: About): Promise<void> =>
  writeLetters(tx, framed(OWN_LETTERS[name]), contextOf(about));

function contextOf(about: About, event?: DomainEvent) {
  const { regionId, account, to, secret } = about;
  const recipients = [{ ...toAccount(account), ...(to && { email: to }) }];
  const values = (language: Language) => valuesIn(language, event, about);
  return { regionId, applicationId: null, recipients, values, ...(secret && { secret }) };
}

/** A letter to this very role stands for the one to everybody. */
function lettersTo(letters: Letter[], role: Role | undefined): Letter[] {
  const own = letters.filter((letter) => letter.recipient === role);
  return own.length > 0 ? own : letters.filter((letter) => letter.recipient === 'ACCOUNT');
}

function valuesIn(language: Language, event: DomainEvent | undefined, about: About): LetterValues {
  const { procedure, account, role, until } = about;
  const values: LetterValues = {
    'account.login': account.login,
    'account.role': role ? roleLabel(procedure, role, language) : '',
    ...about.values,
  };
  for (const term of procedure.deadlines) {
    values[`deadline.${term.id}.days`] = String(term.amount ?? '');
    if (until && term.from === event) values[`deadline.${term.id}.date`] = formatDay(until.toISOString().slice(0, 10), language);
  }
  return values;
}

/** A link whose token is put in when the letter leaves: the stored letter opens nothing. */
export const passwordLink = (): string => `${env.APP_URL}/password/reset?token=${SECRET_MARK}`;
