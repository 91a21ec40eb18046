import nodemailer from 'nodemailer';
import type { Notification } from '@/generated/prisma/client';
import { unseal } from '@/server/seal';
import { env } from '../env';
import { log } from '../log';
import { once } from '../once';
import { Prisma, prisma, type Tx } from '../prisma';
import { SECRET_MARK } from './letters';
import { senderOf } from './sender';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const transport = () => once('mail', () => nodemailer.createTransport({ url: env.SMTP_URL, ...PATIENCE }));

/** Message-ID of a letter: the same at every try, so that a repeat is recognisable. */
export const messageId = (notificationId: string): string => `<${notificationId}@${new URL(env.APP_URL).hostname}>`;

/**
 * Sends one letter. Idempotent by id: a sent letter is not sent again, and one that another worker is sending is left to it. A failure is
 * stored and thrown, so that the job is tried again; an address that the mail server refuses for good is not.
 */
export async function sendLetter(notificationId: string): Promise<void> {
  const failure = await prisma.$transaction((tx) => trySending(tx, notificationId), { timeout: 60_000, maxWait: 20_000 });
  if (failure) throw failure;
}

async function trySending(tx: Tx, id: string): Promise<Error | null> {
  const [free] = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select id from "Notification" where id = ${id}::uuid and status = 'QUEUED' for update skip locked`,
  );
  if (!free) return null;
  const letter = await tx.notification.findUniqueOrThrow({ where: { id } });
  try {
    const { response } = await post(letter, await senderOf(tx, letter.regionId));
    await tx.notification.update({
      where: { id },
      data: { status: 'SENT', sentAt: new Date(), response: response.slice(0, 500), secret: null, attempts: { increment: 1 } },
    });
    return null;
  } catch (error) {
    const refused = isRefusedForGood(error);
    const told = { attempts: { increment: 1 }, response: String((error as Error).message).slice(0, 500) };
    await tx.notification.update({ where: { id }, data: refused ? { ...told, status: 'FAILED', secret: null } : told });
    // The message may hold the address: the log gets the kind only.
    log.warn(
      { notificationId: id, reason: (error as { code?: string }).code ?? 'unknown' },
      refused ? 'letter refused' : 'letter not sent yet',
    );
    return refused ? null : (error as Error);
  }
}

function post(letter: Notification, from: Awaited<ReturnType<typeof senderOf>>): Promise<{ response: string }> {
  const { secret } = letter;
  return transport().sendMail({
    from,
    to: letter.email,
    subject: letter.subject,
    text: secret ? letter.body.replaceAll(SECRET_MARK, () => unseal('letter secret', secret)) : letter.body,
    messageId: messageId(letter.id),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

/** A 5xx answer to the recipient: trying again would change nothing. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}
