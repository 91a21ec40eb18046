import { speak } from '@/domain/ownWords';
import type { Procedure } from '@/domain/procedure/shape';
import type { Locale } from './locale';
import en from './timeline.en.json' with { type: 'json' };
import ru from './timeline.ru.json' with { type: 'json' };

const SENTENCES: Record<Locale, Record<string, string>> = { ru: ru.kind, en: en.kind };

/** One sentence for a line of a case's history: what happened, then the file or the reason it was about. */
export function timelineSentence(locale: Locale, kind: string, data: unknown, procedure: Procedure | null = null): string {
  const { detail, agreed, standsIn } = (data ?? {}) as { detail?: unknown; agreed?: unknown; standsIn?: unknown };
  const special = agreed === 'no' ? `${kind}_disagreed` : standsIn ? `${kind}_standing_in` : kind;
  const said = speak(SENTENCES[locale][special] || SENTENCES[locale][kind] || kind, procedure, locale);
  return typeof detail === 'string' && detail ? `${said}: ${detail}` : said;
}
