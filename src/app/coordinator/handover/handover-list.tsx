'use client';
import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HandOverConclusionDocument, type HandoverQuery } from '@/gql/graphql';
import { useBulk } from '@/ui/case/use-bulk';
import { Button } from '@/ui/kit/button';
import { Chip } from '@/ui/kit/chip';
import { Link } from '@/ui/kit/link';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

type Case = HandoverQuery['applications']['edges'][number]['node'];

/** The cases, all chosen at first; what was refused says why beside its case. */
export function HandoverList({ cases }: { cases: readonly Case[] }) {
  const t = useTranslations('operator.handover');
  const toast = useToast();
  const [left, setLeft] = useState<readonly string[]>([]);
  const { running, refused, run } = useBulk(t('failed'));
  const chosen = cases.map((c) => c.id).filter((id) => !left.includes(id));
  const handOver = async () => {
    const done = await run(chosen, async (id) => (await request(HandOverConclusionDocument, { id })).handOverConclusion.problems);
    if (done.length > 0) toast({ text: t('done', { count: done.length }) });
  };
  return (
    <>
      <ul className="rows">
        {cases.map((c) => (
          <li key={c.id} className="px-4 py-2.5 flex gap-3 items-start">
            <input
              type="checkbox"
              className="check"
              checked={!left.includes(c.id)}
              onChange={() => setLeft(left.includes(c.id) ? left.filter((id) => id !== c.id) : [...left, c.id])}
              aria-label={t('choose', { name: c.fullName })}
            />
            <div className="min-w-0 grow">
              <Link className="font-semibold text-text no-underline hover:underline" href={`/coordinator/applications/${c.id}`}>
                {c.fullName}
              </Link>
              <p className="text-xs text-text-3 wrap-anywhere">
                {[c.number && `№ ${c.number}`, c.category?.label, c.position?.label, c.organisation?.name].filter(Boolean).join(' · ')}
              </p>
              {refused[c.id] ? (
                <p className="text-xs text-danger" role="alert">
                  {refused[c.id]}
                </p>
              ) : null}
            </div>
            {c.verdict ? <Chip tone="ink">{c.verdict.label}</Chip> : null}
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-4 py-3">
        <Button
          look="primary"
          icon={<Send />}
          closed={chosen.length === 0}
          busy={running ? t('running', { done: running.done, all: running.all }) : false}
          onClick={() => void handOver()}
        >
          {t('put', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}
