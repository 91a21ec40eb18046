import { CircleCheck, MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';

/** What is shown instead of a form that has done its work. */
export function DoneScreen({ title, mail, children }: { title: string; mail?: boolean; children: ReactNode }) {
  const Icon = mail ? MailCheck : CircleCheck;
  return (
    <div role="status" className="grid gap-5 justify-items-start">
      <span className="grid place-items-center size-12 rounded-control bg-ok-soft text-ok border border-ok-line">
        <Icon />
      </span>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
