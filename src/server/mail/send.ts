import nodemailer from 'nodemailer';
import { env } from '../env';
import { log } from '../log';
import { once } from '../once';
import { prisma } from '../prisma';
import { SECRET_MARK } from './letters';
import { unseal } from './secret';

const transport = () => once('mail', () => nodemailer.createTransport(env.SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 20_000 }));

/** Message-ID of a letter: the same at every try, so that a repeat is recognisable. */
export const messageId = (notificationId: string): string => `<${notificationId}@${new URL(env.APP_URL).hostname}>`;

/** Sends one letter. Idempotent by id: a sent letter is not sent again. A failure is stored and thrown, so that the job is tried again. */
export async function sendLetter(notificationId: string): Promise<void> {
  const letter = await prisma.notification.findUnique({ where: { id: notificationId } });
  if (!letter || letter.status === 'SENT') return;
  const body = letter.secret ? letter.body.replace(SECRET_MARK, unseal(letter.secret)) : letter.body;
  try {
    const info = await transport().sendMail({
      from: env.MAIL_FROM,
      to: letter.email,
      subject: letter.subject,
      text: body,
      messageId: messageId(letter.id),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await prisma.notification.update({
      where: { id: letter.id },
      data: { status: 'SENT', sentAt: new Date(), response: String(info.response).slice(0, 500), secret: null, attempts: { increment: 1 } },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await prisma.notification.update({ where: { id: letter.id }, data: { attempts: { increment: 1 }, response: reason.slice(0, 500) } });
    log.warn({ notificationId: letter.id, reason: error instanceof Error ? error.name : 'unknown' }, 'letter not sent yet');
    throw error;
  }
}
