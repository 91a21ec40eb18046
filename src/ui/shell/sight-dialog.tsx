'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/ui/kit/dialog';
import { formatSight, SIGHT_COOKIE, SIGHT_VALUES, type Sight } from './sight';
import { SIGHT_DIALOG_ID } from './sight-dialog-id';

const YEAR = 365 * 24 * 3600;
const SAMPLE: Record<keyof Sight, string[]> = {
  text: ['', ...SIGHT_VALUES.text],
  contrast: ['', ...SIGHT_VALUES.contrast],
  spacing: ['', ...SIGHT_VALUES.spacing],
  theme: ['', ...SIGHT_VALUES.theme],
};

function apply(sight: Sight) {
  const { dataset } = document.documentElement;
  for (const key of Object.keys(SAMPLE) as (keyof Sight)[]) {
    const value = sight[key];
    if (value) dataset[key] = value;
    else delete dataset[key];
  }
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in Firefox before 140 and Safari before 18.4
  document.cookie = `${SIGHT_COOKIE}=${formatSight(sight)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
}

/** «Версия для слабовидящих»: one per page, in the root layout; opened by `SightButton`. */
export function SightDialog({ initial }: { initial: Sight }) {
  const t = useTranslations('shell.sight');
  const [sight, setSight] = useState(initial);
  const change = (next: Sight) => {
    setSight(next);
    apply(next);
  };
  return (
    <Dialog id={SIGHT_DIALOG_ID} title={t('title')}>
      <p className="muted">{t('about')}</p>
      {(Object.keys(SAMPLE) as (keyof Sight)[]).map((key) => (
        <fieldset className="field" key={key}>
          <legend>{t(`${key}.label`)}</legend>
          <div className="choices">
            {SAMPLE[key].map((value) => (
              <label className="choice" key={value}>
                <input
                  type="radio"
                  className="radio"
                  name={`sight-${key}`}
                  checked={(sight[key] ?? '') === value}
                  onChange={() => change({ ...sight, [key]: value || undefined })}
                />
                <span>{label(t, key, value)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="dialog-foot">
        <button type="button" className="btn btn-secondary" onClick={() => change({})}>
          {t('reset')}
        </button>
      </div>
    </Dialog>
  );
}

function label(t: ReturnType<typeof useTranslations<'shell.sight'>>, key: keyof Sight, value: string) {
  if (key === 'text') return value === '' ? '100 %' : value === 'large' ? '125 %' : '150 %';
  if (key === 'contrast') return value === '' ? t('contrast.normal') : value === 'high' ? t('contrast.high') : t('contrast.blue');
  if (key === 'spacing') return value === '' ? t('spacing.normal') : t('spacing.wide');
  return value === '' ? t('theme.system') : value === 'light' ? t('theme.light') : t('theme.dark');
}
