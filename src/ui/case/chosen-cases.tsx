'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button, type ButtonSize } from '@/ui/kit/button';
import { Link } from '@/ui/kit/link';
import { useToast } from '@/ui/kit/toast';
import type { Refusal } from './act-dialog';
import { useBulk } from './use-bulk';

interface ListedCase {
  id: string;
  fullName: string;
  /** What tells it from others, in the order it is shown. */
  about: readonly (string | null | undefined)[];
  aside?: ReactNode;
}

interface ChosenCasesProps {
  /** Where the words of the act stand. */
  words: 'commission.candidates' | 'operator.handover';
  cases: readonly ListedCase[];
  /** Page of the cases, without the id. */
  base: string;
  icon: ReactNode;
  size?: ButtonSize;
  act: (id: string) => Promise<readonly Refusal[]>;
}

/** Cases for one act, all chosen at first: done one after the other, and what was refused says why beside its case. */
export function ChosenCases({ words, cases, base, icon, size, act }: ChosenCasesProps) {
  const t = useTranslations(words);
  const toast = useToast();
  const [left, setLeft] = useState<readonly string[]>([]);
  const { running, refused, run } = useBulk(t('failed'));
  const chosen = cases.map(({ id }) => id).filter((id) => !left.includes(id));
  const doChosen = async () => {
    const done = await run(chosen, act);
    if (done.length > 0) toast({ text: t('done', { count: done.length }) });
  };
  return (
    <>
      <ul className="rows">
        {cases.map(({ id, fullName, about, aside }) => (
          <li key={id} className="px-4 py-2.5 flex flex-wrap gap-x-3 gap-y-1.5 items-start sm:flex-nowrap">
            <input
              type="checkbox"
              className="check"
              checked={!left.includes(id)}
              onChange={() => setLeft(left.includes(id) ? left.filter((other) => other !== id) : [...left, id])}
              aria-label={t('choose', { name: fullName })}
            />
            <div className="min-w-0 flex-1">
              <Link className="font-semibold text-text no-underline hover:underline" href={`${base}/${id}`}>
                {fullName}
              </Link>
              <p className="text-xs text-text-3 wrap-anywhere">{about.filter(Boolean).join(' · ')}</p>
              {refused[id] ? (
                <p className="text-xs text-danger" role="alert">
                  {refused[id]}
                </p>
              ) : null}
            </div>
            {aside ? <span className="shrink-0 max-sm:basis-full max-sm:pl-8.5">{aside}</span> : null}
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-4 py-3">
        <Button
          look="primary"
          size={size}
          icon={icon}
          closed={chosen.length === 0}
          busy={running ? t('running', { done: running.done, all: running.all }) : false}
          onClick={() => void doChosen()}
        >
          {t('put', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}
