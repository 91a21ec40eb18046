'use client';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, type SubmitEvent, useContext, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonLook, type ButtonSize } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { SessionEnded } from '@/ui/request';

/** A refusal as the API gives it. */
export interface Refusal {
  code: string;
  path: readonly string[];
  message: string;
}

/** What a control of the form carries: its own id and the refusal that concerns it. */
export type FieldOf = (name: string) => { name: string; id: string; error: string | undefined };

interface ActDialogProps {
  label: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  /** The act is offered but not open yet; reasonsId names the list that says why. */
  closed?: boolean;
  reasonsId?: string;
  title: string;
  wide?: boolean;
  /** Names of the fields; a refusal whose path ends in one of them stands beside it, others at the top. */
  fields?: readonly string[];
  confirm: string;
  busy: string;
  cancel: string;
  destructive?: boolean;
  /** Said when it is done. */
  done: string;
  act: (form: FormData) => Promise<readonly Refusal[]>;
  onOpen?: () => void;
  children?: (field: FieldOf, problems: readonly Refusal[]) => ReactNode;
}

const WayOn = createContext(true);

/** Whether the act is the way on among those it stands with: at most one button of a group is filled. */
export const ActPlace = ({ wayOn, children }: { wayOn: boolean; children: ReactNode }) => (
  <WayOn.Provider value={wayOn}>{children}</WayOn.Provider>
);

/** A button whose act asks before it is done: a question, what will happen, the fields it needs, refusals beside them. */
export function ActDialog({ label, look, size, icon, closed, reasonsId, title, wide, onOpen, ...form }: ActDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const filled = useContext(WayOn);
  const open = () => {
    // The form stands before the dialog opens, so that focus finds it.
    flushSync(() => setOpened(true));
    onOpen?.();
    dialog.current?.showModal();
  };
  return (
    <>
      <Button
        look={look === 'primary' && !filled ? 'secondary' : look}
        size={size}
        icon={icon}
        closed={closed}
        reasonsId={reasonsId}
        onClick={open}
      >
        {label}
      </Button>
      <Dialog ref={dialog} title={title} wide={wide} onClose={() => setOpened(false)}>
        {opened ? <ActForm {...form} close={() => dialog.current?.close()} /> : null}
      </Dialog>
    </>
  );
}

type ActFormProps = Pick<ActDialogProps, 'fields' | 'confirm' | 'busy' | 'cancel' | 'destructive' | 'done' | 'act' | 'children'> & {
  close: () => void;
};

function ActForm({ fields = [], confirm, busy, cancel, destructive, done, act, children, close }: ActFormProps) {
  const t = useTranslations('operator');
  const refresh = useRefresh();
  const toast = useToast();
  const id = useId();
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly Refusal[]>([]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running) return;
    const given = new FormData(event.currentTarget);
    setRunning(true);
    try {
      const refused = await act(given);
      setProblems(refused);
      if (refused.length > 0) return;
      await refresh();
      close();
      toast({ text: done });
    } catch (error) {
      if (!(error instanceof SessionEnded)) setProblems([{ code: 'FAILED', path: [], message: t('failed') }]);
    } finally {
      setRunning(false);
    }
  };
  const fieldOf = (problem: Refusal) => fields.find((name) => name === problem.path.at(-1));
  const field: FieldOf = (name) => ({ name, id: `${id}${name}`, error: problems.find((p) => fieldOf(p) === name)?.message });
  const others = [...new Set(problems.filter((p) => !fieldOf(p)).map((p) => p.message))];
  const beside = problems.flatMap((p) => (fieldOf(p) ? [{ field: `${id}${fieldOf(p)}`, message: p.message }] : []));
  const only = beside.length === 1 && others.length === 0 ? beside[0]?.field : undefined;
  // A single refusal is read with its field; several are named together in the form's order.
  useEffect(() => {
    if (only && problems.length > 0) document.getElementById(only)?.focus();
  }, [only, problems]);
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      {others.length > 0 ? (
        <Notice tone="danger" role="alert">
          {others.join(' ')}
        </Notice>
      ) : null}
      {beside.length > 1 ? <ErrorSummary errors={beside} /> : null}
      {children?.(field, problems)}
      <div className="dialog-foot mt-0">
        <Button type="submit" look={destructive ? 'destructive' : 'primary'} busy={running && busy}>
          {confirm}
        </Button>
        <Button onClick={close}>{cancel}</Button>
      </div>
    </form>
  );
}
