import { getLocale, getTranslations } from 'next-intl/server';
import { PROBLEM_CODES, type Problem } from '@/domain/problems';
import { problemSentence, sentenceParams } from '@/messages/sentence';
import { currentProcedure } from '@/server/api';
import type { FieldError } from '@/ui/kit/error-summary';

/** Refusals that came from the server's door instead of the API, as sentences in the page's language. */
export async function getProblemSentences(problems: readonly Problem[]): Promise<FieldError[]> {
  const [locale, procedure] = [await getLocale(), await currentProcedure()];
  return problems.map((problem) => {
    const { code, path } = problem;
    const message = problemSentence(locale, code, sentenceParams(problem), procedure);
    return path[0] ? { field: path[0], message } : { message };
  });
}

/** Why next-auth's own route did not let somebody in by a password: a code of ours, with the minutes to wait. Null for its own words. */
export async function refusalOfPassword(word: string | undefined): Promise<string | null> {
  const [, given, minutes] = /^([A-Z_]+)(?:\.(\d{1,4}))?$/.exec(word ?? '') ?? [];
  const code = PROBLEM_CODES.find((known) => known === given);
  return code ? problemSentence(await getLocale(), code, minutes ? { minutes: Number(minutes) } : undefined) : null;
}

/** Why the portal did not let somebody in: a refusal of ours, else that the portal itself failed. Null when nothing was refused. */
export async function refusalOfPortal(search: { refused?: string; error?: string }): Promise<string | null> {
  const code = PROBLEM_CODES.find((known) => known === search.refused);
  if (code) return problemSentence(await getLocale(), code);
  return search.error || search.refused ? (await getTranslations('auth'))('state.failed') : null;
}
