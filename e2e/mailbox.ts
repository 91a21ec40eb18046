import { expect } from '@playwright/test';

/** A letter in the local mailbox (its REST API). */
export interface Letter {
  id: string;
  subject: string;
  text: string;
  messageId: string;
  to: { address: string }[];
  time: string;
}

const mailbox = () => {
  const address = process.env.MAILBOX_URL;
  if (!address) throw new Error('MAILBOX_URL names no mailbox: start the tests by `npm test`');
  return address.replace(/\/$/, '');
};

/** A developer's mailbox may hold letters of earlier runs. */
const began = new Date(Date.now() - 1000).toISOString();

/** Every letter of this run to an address, the oldest first. */
export async function lettersTo(address: string): Promise<Letter[]> {
  const response = await fetch(`${mailbox()}/email`);
  const letters = (await response.json()) as Letter[];
  return letters
    .filter((letter) => letter.time >= began && letter.to.some((to) => to.address === address))
    .sort((a, b) => a.time.localeCompare(b.time));
}

/** Waits for the letter with this subject (and these words in it), also behind those of a demo that was just filled, and makes sure that it came once. */
export async function letterTo(address: string, subject: string | RegExp, words = ''): Promise<Letter> {
  let found: Letter[] = [];
  await expect
    .poll(
      async () => {
        found = (await lettersTo(address)).filter(
          (letter) =>
            letter.text.includes(words) && (typeof subject === 'string' ? letter.subject === subject : subject.test(letter.subject)),
        );
        return found.length;
      },
      { message: `letter to ${address}: ${subject}`, timeout: 150_000 },
    )
    .toBeGreaterThan(0);
  expect(
    found.map((letter) => letter.subject),
    'the letter came once',
  ).toHaveLength(1);
  return found[0] as Letter;
}
