import { getLocale } from 'next-intl/server';
import type { Problem } from '@/domain/problems';
import { problemSentence } from '@/messages/sentence';
import type { FieldError } from '@/ui/kit/error-summary';

/** Refusals that came from the server's door instead of the API, as sentences in the page's language. */
export async function getProblemSentences(problems: readonly Problem[]): Promise<FieldError[]> {
  const locale = await getLocale();
  return problems.map(({ code, path, params }) => {
    const message = problemSentence(locale, code, params);
    return path[0] ? { field: path[0], message } : { message };
  });
}
