import { Check, CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/ui/kit/link';
import { Chip } from './chip';

export interface Task {
  label: string;
  /** Without it the task is not open. */
  href?: string;
  hint?: string;
  state: 'done' | 'started' | 'empty' | 'fix' | 'closed';
  /** Number of answers to correct, with `fix`. */
  count?: number;
}

/** Numbered groups of tasks; the sending step stands last. Done is quiet, so that it is not taken for sent. */
export function TaskList({ groups }: { groups: readonly { title: string; tasks: readonly Task[] }[] }) {
  return (
    <div className="tasks">
      {groups.map((group, index) => (
        <section key={group.title}>
          <h2>
            <span>{index + 1}</span>
            {group.title}
          </h2>
          <ul className="card rows overflow-hidden">
            {group.tasks.map((task) => (
              <TaskLine key={task.label} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TaskLine({ task }: { task: Task }) {
  const t = useTranslations('kit.task');
  return (
    <li className="task">
      <span>
        {task.href && task.state !== 'closed' ? <Link href={task.href}>{task.label}</Link> : <span className="muted">{task.label}</span>}
        {task.hint ? <span className="hint">{task.hint}</span> : null}
      </span>
      <span className={`task-state ${task.state === 'empty' ? 'untouched' : task.state}`}>
        {task.state === 'done' ? (
          <>
            <Check />
            {t('done')}
          </>
        ) : null}
        {task.state === 'started' ? <Chip tone="ink">{t('started')}</Chip> : null}
        {task.state === 'empty' ? t('empty') : null}
        {task.state === 'closed' ? t('closed') : null}
        {task.state === 'fix' ? (
          <Chip tone="danger" icon={<CircleAlert />}>
            {t('fix', { count: task.count ?? 1 })}
          </Chip>
        ) : null}
      </span>
    </li>
  );
}
