import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/domain/procedure/vocabulary';
import { sampleValues } from '@/procedures/sampleLetters';
import { publishedNames } from '@/procedures/testing/published';
import { makeAccount, makeRegion } from '@/testing/viewers';
import { framed, OWN_LETTERS } from '../auth/ownLetters';
import { env } from '../env';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { type LetterValues, toAccount, writeLetters } from './letters';

/** The law of letters: each greets its reader, leads back into its own region, and says whom to ask. */

const links = (body: string) => body.match(new RegExp(`${env.APP_URL}[^\\s.,;]*`, 'g')) ?? [];
/** Links of letters as the code makes them: some have a token already. */
const linksOf = (values: LetterValues): LetterValues => ({
  ...values,
  ...Object.fromEntries(Object.keys(values).flatMap((name) => (name.startsWith('links.') ? [[name, `${env.APP_URL}/start`]] : []))),
  'links.support': `${env.APP_URL}/help`,
  'links.passwordReset': `${env.APP_URL}/password/reset?token=x`,
});

describe.each(publishedNames().map((name) => name.split('/')[0] ?? name))('letters of %s', (id) => {
  it('greet by name and patronymic, know their region, and name whom to ask', async () => {
    const region = await makeRegion(id);
    const { procedure } = await getCurrentProcedure(region.id);
    const all = [...procedure.letters, ...Object.values(OWN_LETTERS).map(framed)];
    for (const language of LANGUAGES) {
      const account = await makeAccount({ firstName: 'Людмила', patronymic: 'Аркадьевна', language });
      for (const letter of all) {
        const values = () => linksOf(sampleValues(procedure, language));
        await prisma.$transaction((tx) =>
          writeLetters(tx, letter, { regionId: region.id, applicationId: null, recipients: [toAccount(account)], values }),
        );
        const { body } = await prisma.notification.findFirstOrThrow({ where: { accountId: account.id, letterId: letter.id } });
        expect(body, letter.id).toMatch(language === 'ru' ? /^Людмил[а-я]+ [А-Я][а-я]+(вна|вна!)?[,!]/ : /^L?[A-ZЛ]\S+ \S+[,!]/);
        expect(links(body), letter.id).not.toEqual([]);
        for (const link of links(body)) expect(new URL(link).searchParams.get('region'), `${letter.id}: ${link}`).toBe(region.slug);
        expect(body, letter.id).toMatch(/\/help\?region=/);
        expect(body, letter.id).not.toMatch(/\{\{|\}\}|undefined|\?\S*\?/);
      }
    }
  }, 60_000);
});

describe('a letter to somebody whose name is not known', () => {
  it('greets nobody in particular, and leaves the mark of its secret whole', async () => {
    const region = await makeRegion('tomsk');
    const recipients = [{ accountId: null, email: 'somebody@example.org', language: 'ru' }];
    const values = () => ({ 'links.activation': `${env.APP_URL}/register/confirm?token=••••••••`, 'account.login': 'ivan' });
    await prisma.$transaction((tx) =>
      writeLetters(tx, framed(OWN_LETTERS.confirm_new_address), {
        regionId: region.id,
        applicationId: null,
        recipients,
        values,
        secret: 's',
      }),
    );
    const { body } = await prisma.notification.findFirstOrThrow({ where: { email: 'somebody@example.org' } });
    expect(body).toMatch(/^Здравствуйте\.\n/);
    expect(body).toContain(`/register/confirm?token=••••••••&region=${region.slug}`);
  });
});
