import { useTranslations } from 'next-intl';
import type { AdminAuditQuery } from '@/gql/graphql';
import { classes } from '@/ui/kit/classes';
import type { AuditSearch } from './search';

interface Props {
  search: AuditSearch;
  groups: AdminAuditQuery['auditGroups'];
  chosen: readonly string[];
}

/** By what the trail is narrowed beside the search: a person, a case, two days, groups of acts. */
export function AuditFilters({ search, groups, chosen }: Props) {
  const t = useTranslations('admin.audit');
  return (
    <>
      {(['person', 'number'] as const).map((name) => (
        <input
          key={`${name} ${search[name] ?? ''}`}
          className="input input-s w-44"
          name={name}
          defaultValue={search[name] ?? ''}
          placeholder={t(`by.${name}`)}
          aria-label={t(`by.${name}`)}
        />
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label className={classes('pill', search[name] && 'on')} key={`${name} ${search[name] ?? ''}`}>
          <span>{t(`by.${name}`)}: </span>
          <input type="date" name={name} defaultValue={search[name] ?? ''} />
        </label>
      ))}
      <details className="w-full" open={chosen.length > 0} key={chosen.join(' ')}>
        <summary className="cursor-pointer text-s font-semibold text-ink">
          {chosen.length > 0 ? t('by.chosen', { count: chosen.length, all: groups.length }) : t('group')}
        </summary>
        <fieldset className="mt-2 flex flex-wrap gap-x-4 gap-y-2 text-s">
          <legend className="vh">{t('group')}</legend>
          {groups.map(({ value, label }) => (
            <label key={value} className="flex items-center gap-2">
              <input type="checkbox" name="group" value={value} defaultChecked={chosen.includes(value)} />
              {label}
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}
