import { useState } from 'react';
import type { FieldError } from '@/ui/kit/error-summary';
import { useRefresh } from '@/ui/kit/use-refresh';
import { SessionEnded } from '@/ui/request';

interface Refusal {
  path?: readonly string[];
  message: string;
}

/** Runs one act at a time; refusals stay, also the one that the server was not reached. `done` is called when the page shows what was done. */
export function useAct(failed: string) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Refusal[]>([]);
  const run = async (act: () => Promise<readonly Refusal[]>, done?: () => void) => {
    if (busy) return;
    setBusy(true);
    try {
      const refused = await act();
      setProblems(refused);
      await refresh();
      if (refused.length === 0) done?.();
    } catch (error) {
      if (!(error instanceof SessionEnded)) setProblems([{ message: failed }]);
    } finally {
      setBusy(false);
    }
  };
  /** The refusal that concerns a field; without a name: those that concern none of the fields. */
  const refusal = (field?: string, fields: readonly string[] = []) =>
    problems.find(({ path }) => (field ? path?.at(-1) === field : !fields.includes(path?.at(-1) ?? '')))?.message;
  /** Those that concern fields, for the summary. */
  const errorsOf = (fields: readonly string[]): FieldError[] =>
    problems.flatMap(({ path, message }) => {
      const field = path?.at(-1) ?? '';
      return fields.includes(field) ? [{ field, message }] : [];
    });
  /** Every refusal, each sentence once. */
  const messages = [...new Set(problems.map(({ message }) => message))];
  return { busy, run, refusal, errorsOf, messages };
}
