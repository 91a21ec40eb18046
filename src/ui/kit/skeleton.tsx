import { useTranslations } from 'next-intl';

const WIDTHS = ['w-3/5', 'w-1/2', 'w-2/3', 'w-2/5'];

/** The shape of the coming rows: shown after 300 ms, with words after ten seconds. For `loading.tsx`. */
export function Skeleton({ rows = 4, label }: { rows?: number; label?: string }) {
  const t = useTranslations('kit.skeleton');
  return (
    <div className="card rows skel-box" aria-busy="true">
      <span className="vh" role="status">
        {label ?? t('loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal rows that never change
        <div className="row items-center" key={index}>
          <span className="grid flex-1 gap-2">
            <i className={`skel ${WIDTHS[index % WIDTHS.length]}`} />
            <i className="skel h-2.5 w-1/3" />
          </span>
          <i className="skel w-20" />
          <i className="skel w-28 max-sm:hidden" />
        </div>
      ))}
      <p className="row hint skel-slow">{t('slow')}</p>
    </div>
  );
}
