import type { CardDifference } from '@/domain/cardMatch';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Db } from './prisma';

/** A difference between an application and the card, in words: the field's name and both values. */
export interface SaidDifference extends CardDifference {
  label: string;
}

/** Differences in the words of the region's form: places and positions by name, an empty answer as a dash. */
export async function differenceWords(
  db: Db,
  procedure: Procedure,
  differences: readonly CardDifference[],
  language: Language,
): Promise<SaidDifference[]> {
  const typeOf = (fieldId: string) => procedure.application.fields.find(({ id }) => id === fieldId)?.type;
  const ids = (type: 'organisation' | 'municipality') =>
    differences.filter(({ fieldId }) => typeOf(fieldId) === type).flatMap(({ stated, onCard }) => [stated, onCard].filter(Boolean));
  const [organisations, municipalities] = [ids('organisation'), ids('municipality')];
  const places = [
    ...(organisations.length
      ? await db.organisation.findMany({ where: { id: { in: organisations } }, select: { id: true, name: true } })
      : []),
    ...(municipalities.length
      ? await db.municipality.findMany({ where: { id: { in: municipalities } }, select: { id: true, name: true } })
      : []),
  ];
  const nameOf = (fieldId: string, value: string) =>
    typeOf(fieldId) === 'position'
      ? procedure.positions.find(({ id }) => id === value)?.label[language]
      : places.find(({ id }) => id === value)?.name;
  const said = (fieldId: string, value: string) => (value ? (nameOf(fieldId, value) ?? value) : '—');
  return differences.map(({ fieldId, stated, onCard }) => ({
    fieldId,
    label: procedure.application.fields.find(({ id }) => id === fieldId)?.label[language] ?? fieldId,
    stated: said(fieldId, stated),
    onCard: said(fieldId, onCard),
  }));
}
