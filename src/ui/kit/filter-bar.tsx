'use client';
import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { classes } from './classes';
import type { Option } from './field';

export interface Filter {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}

interface FilterBarProps {
  /** Address of the list; the filters become its search parameters. */
  action: string;
  search?: { name: string; label: string; value: string };
  filters?: readonly Filter[];
  /** Parameters that stay: sorting, the chosen segment. The page of the list never stays. */
  keep?: Record<string, string | undefined>;
  /** What stands in `children` narrows the list: then it can be reset. */
  narrowed?: boolean;
  shown: number;
  /** Left out when the whole number was not asked for. */
  total?: number;
  children?: ReactNode;
}

/** Search and filters of a list. They live in the address, so a view can be sent to a colleague; works without scripts. */
export function FilterBar({ action, search, filters = [], keep = {}, narrowed = false, shown, total, children }: FilterBarProps) {
  const t = useTranslations('kit.filter');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const active = narrowed || Boolean(search?.value) || filters.some((filter) => filter.value);
  const kept = Object.entries(keep).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const go = (event?: FormEvent) => {
    event?.preventDefault();
    if (!form.current) return;
    const wanted = [...new FormData(form.current)].flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : []));
    router.push(wanted.length > 0 ? `${action}?${new URLSearchParams(wanted)}` : action, { scroll: false });
  };
  const clear = (name: string) => {
    const control = form.current?.elements.namedItem(name);
    if (control instanceof HTMLSelectElement) control.value = '';
    go();
  };
  return (
    <form ref={form} className="filters no-print" action={action} method="get" onSubmit={go}>
      {search ? (
        <div className="input-box">
          <Search />
          <input
            type="search"
            className="input input-s"
            name={search.name}
            defaultValue={search.value}
            key={search.value}
            placeholder={search.label}
            aria-label={search.label}
          />
        </div>
      ) : null}
      {filters.map((filter) => (
        <span className={classes('pill', filter.value && 'on')} key={filter.name}>
          <label>
            <span className={filter.value ? undefined : 'vh'}>{filter.label}: </span>
            <select name={filter.name} defaultValue={filter.value} key={filter.value} onChange={() => go()}>
              <option value="">{filter.value ? t('any') : filter.label}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
          {filter.value ? (
            <button
              type="button"
              title={t('remove', { name: filter.label })}
              aria-label={t('remove', { name: filter.label })}
              onClick={() => clear(filter.name)}
            >
              <X />
            </button>
          ) : null}
        </span>
      ))}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="btn btn-secondary btn-s">
        {search ? t('search') : t('apply')}
      </button>
      {active ? (
        <a
          className="btn btn-quiet btn-s"
          href={kept.length > 0 ? `${action}?${new URLSearchParams(kept.map(([name, value]) => [name, value]))}` : action}
        >
          {t('reset')}
        </a>
      ) : null}
      {children}
      <span className="shown" role="status">
        {total === undefined ? t('shownSome', { shown }) : t('shown', { shown, total })}
      </span>
    </form>
  );
}
