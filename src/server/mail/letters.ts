import { contactOf, greetingOf, inRegion } from '@/domain/letterFrame';
import { fillIn, type Letter, type Placeholder } from '@/domain/procedure/letterShape';
import type { Language, Role } from '@/domain/procedure/vocabulary';
import { seal } from '@/server/seal';
import { now } from '../clock';
import { env } from '../env';
import { newId } from '../ids';
import { enqueueLetter } from '../jobs/queue';
import type { Tx } from '../prisma';
import { getProcedure } from '../procedures';

export interface Recipient {
  /** null: the person has no account yet. */
  accountId: string | null;
  /** null: nothing can be sent, the letter is read in the cabinet. */
  email: string | null;
  language: string;
  /** Whom the letter greets; nobody in particular where it is not known. */
  firstName?: string;
  patronymic?: string;
  /** Set when he gets the letter as an expert: links lead to his own sheet. */
  expertId?: string;
  /** The role he gets it in, where links differ by role. */
  role?: Role;
}

/** Where letters to an account go: to the address its owner has proven; until there is one, to the address he gave. */
export const letterAddress = (account: { email: string | null; pendingEmail: string | null }): string | null =>
  account.email ?? account.pendingEmail;

/** Columns of an account that a letter to it needs. */
export const LETTER_ACCOUNT = { id: true, email: true, pendingEmail: true, language: true, firstName: true, patronymic: true } as const;

/** An account as somebody who gets a letter. */
export const toAccount = (account: {
  id: string;
  email: string | null;
  pendingEmail: string | null;
  language: string;
  firstName?: string;
  patronymic?: string;
}): Recipient => ({
  accountId: account.id,
  email: letterAddress(account),
  language: account.language,
  ...(account.firstName && { firstName: account.firstName, patronymic: account.patronymic ?? '' }),
});

export type LetterValues = Partial<Record<Placeholder | `deadline.${string}`, string>>;

/** Stands in a stored letter where the one-time secret comes in when it leaves; people see it masked in their cabinet. */
export const SECRET_MARK = '••••••••';

/** Where every letter may lead. */
const siteLinks = (): LetterValues => ({ 'links.cabinet': `${env.APP_URL}/start`, 'links.support': `${env.APP_URL}/help` });

/** Writes one letter per recipient and its job, inside the transaction of what caused it. Every link of it opens the letter's region. */
export async function writeLetters(
  tx: Tx,
  letter: Pick<Letter, 'id' | 'recipient' | 'subject' | 'body'> & { event: string },
  context: {
    regionId: string;
    applicationId: string | null;
    recipients: Recipient[];
    values: (language: Language, to: Recipient) => LetterValues | Promise<LetterValues>;
    secret?: string;
  },
): Promise<void> {
  if (context.recipients.length === 0) return;
  const region = await tx.region.findUniqueOrThrow({ where: { id: context.regionId }, select: { slug: true, currentVersionId: true } });
  const procedure = region.currentVersionId ? await getProcedure(region.currentVersionId, tx) : null;
  for (const to of context.recipients) {
    const language: Language = to.language === 'en' ? 'en' : 'ru';
    const known: LetterValues = { ...siteLinks(), ...(await context.values(language, to)) };
    const help = inRegion(known['links.support'] ?? '', region.slug);
    const values: LetterValues = {
      ...Object.fromEntries(
        Object.entries(known).map(([name, value]) => [name, name.startsWith('links.') && value ? inRegion(value, region.slug) : value]),
      ),
      greeting: greetingOf(to, language),
      ...(procedure && { 'system.contact': contactOf(procedure, help, language) }),
      ...(context.secret && { 'account.password': SECRET_MARK }),
    };
    const id = newId();
    await tx.notification.create({
      data: {
        id,
        regionId: context.regionId,
        accountId: to.accountId,
        role: letter.recipient,
        email: to.email ?? '',
        letterId: letter.id,
        event: letter.event,
        applicationId: context.applicationId,
        subject: fillIn(letter.subject[language], values),
        body: fillIn(letter.body[language], values),
        secret: context.secret ? seal('letter secret', context.secret) : null,
        status: to.email ? 'QUEUED' : 'NO_ADDRESS',
        createdAt: now(),
      },
    });
    if (to.email) await enqueueLetter(id, tx);
  }
}
