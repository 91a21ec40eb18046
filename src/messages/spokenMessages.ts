import { speak } from '@/domain/ownWords';
import type { Procedure } from '@/domain/procedure/shape';
import type { Locale } from './locale';
import { type Messages, messages } from './messages';

const spoken = new WeakMap<Procedure, Partial<Record<Locale, Messages>>>();
const plain: Partial<Record<Locale, Messages>> = {};

/** Every text of the interface with the words of a region, or with its own where no region is known. Made once for a procedure. */
export function spokenMessages(locale: Locale, procedure: Procedure | null): Messages {
  const known = procedure ? (spoken.get(procedure) ?? {}) : plain;
  const made = known[locale] ?? (spokenTree(messages[locale], procedure, locale) as Messages);
  known[locale] = made;
  if (procedure) spoken.set(procedure, known);
  return made;
}

function spokenTree(tree: unknown, procedure: Procedure | null, locale: Locale): unknown {
  if (typeof tree === 'string') return speak(tree, procedure, locale);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, spokenTree(below, procedure, locale)]));
}
