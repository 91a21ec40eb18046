import { createTranslator } from 'use-intl/core';
import { speak } from '@/domain/ownWords';
import type { Problem, ProblemCode } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import { formatDate, formatFileSize } from '@/ui/kit/format';
import type { Locale } from './locale';
import en from './problems.en.json' with { type: 'json' };
import ru from './problems.ru.json' with { type: 'json' };

const SENTENCES: Record<Locale, Record<ProblemCode, string>> = { ru, en };

/** Parameters that a sentence may name; one that the rule did not give counts as `none`, and its part is left out. */
const ABSENT = Object.fromEntries(
  [
    'no',
    'indicator',
    'name',
    'date',
    'deadline',
    'min',
    'max',
    'size',
    'confirmed',
    'open',
    'count',
    'year',
    'allowed',
    'minutes',
    'extension',
    'actual',
    'reason',
    'entry',
    'part',
    'link',
    'signature',
    'width',
    'height',
    'from',
    'until',
    'days',
    'label',
    'who',
    'field',
    'offer',
    'kind',
    'time',
    'pdf',
    'into',
    'taken',
    'takes',
    'side',
  ].map((key) => [key, 'none']),
);
const BYTES = new Set(['size', 'max']);
/** Names of files, which may look like anything, a day included. */
const NAMES = new Set(['entry', 'name', 'part']);
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** What the sentence of a refusal may name: the values of its rule, and the field it is about. */
export const sentenceParams = ({ path, params }: Pick<Problem, 'path' | 'params'>): Record<string, string | number> => ({
  field: path.at(-1) ?? 'none',
  ...params,
});

/** The sentence of a refusal: what is wrong, what to do, what is safe. Sizes are given in bytes, days as «2026-11-16»; with a procedure it speaks the region's words. */
export function problemSentence(
  locale: Locale,
  code: ProblemCode,
  params: Record<string, string | number> = {},
  procedure: Procedure | null = null,
): string {
  const said = Object.entries(params).map(([key, value]) => {
    if (typeof value === 'number' && /^(FILE|QUOTA)_/.test(code) && BYTES.has(key) && value >= 1024)
      return [key, formatFileSize(value, locale)];
    if (typeof value === 'string' && !NAMES.has(key) && DAY.test(value)) return [key, formatDate(value, locale, 'UTC')];
    return [key, value];
  });
  const t = createTranslator({ locale, messages: { said: speak(SENTENCES[locale][code], procedure, locale) } });
  return t('said', { ...ABSENT, ...Object.fromEntries(said) });
}
