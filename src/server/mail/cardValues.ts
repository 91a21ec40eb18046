import type { CardDifference } from '@/domain/cardMatch';
import type { Language } from '@/domain/procedure/vocabulary';
import { differenceWords } from '../cardWords';
import { env } from '../env';
import type { Case } from '../facts';
import type { Tx } from '../prisma';
import type { LetterValues } from './letters';

/** What letters about a teacher's report of his card may name: the differences with both values, the card, what the school answered. */
export async function cardValues(tx: Tx, { application, procedure }: Case, language: Language): Promise<LetterValues> {
  const report = await tx.cardReport.findFirst({ where: { applicationId: application.id }, orderBy: { createdAt: 'desc' } });
  if (!report) return {};
  const words = await differenceWords(tx, procedure, report.differences as unknown as CardDifference[], language);
  const said = { ru: ['в заявлении', 'в карточке', 'карточка исправлена'], en: ['application', 'card', 'the card was corrected'] }[
    language
  ];
  const lines = words.map(({ label, stated, onCard }) => `${label}: ${said[0]} «${stated}», ${said[1]} «${onCard}»`);
  return {
    'card.differences': lines.join('; '),
    'card.answer': report.answer ?? said[2],
    'links.card': `${env.APP_URL}/school/employees/${report.employeeId}`,
  };
}
