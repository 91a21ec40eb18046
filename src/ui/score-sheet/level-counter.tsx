'use client';
import { Calculator } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { formatNumber } from '@/ui/kit/format';
import { countLevels, type Places } from './levels';
import type { Criterion } from './sheet';

interface LevelCounterProps {
  criterion: Criterion;
  onTake: (points: number) => void;
}

const KINDS = ['winner', 'participant'] as const;

/** Counts the points of a criterion from a table of levels: how many places of each kind, or the best one; the sum goes into the cell. */
export function LevelCounter({ criterion, onTake }: LevelCounterProps) {
  const t = useTranslations('expert.levels');
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const [places, setPlaces] = useState<Places>({});
  const { levels, levelsAddUp, max } = criterion;
  const points = countLevels(criterion, places);
  const take = () => {
    onTake(points);
    dialog.current?.close();
  };
  return (
    <>
      <button type="button" className="link-button inline-flex items-center gap-1" onClick={() => dialog.current?.showModal()}>
        <Calculator />
        {t('open')}
      </button>
      <Dialog ref={dialog} title={t('title')}>
        <p className="muted">{levelsAddUp ? t('addUp', { max: formatNumber(Number(max), locale) }) : t('best')}</p>
        <table className="mt-3 w-full text-s">
          <thead>
            <tr className="text-left text-xs text-text-2">
              <th scope="col">{t('level')}</th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col" className="w-28">
                  {t(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {levels.map((level, row) => (
              <tr key={level.label} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  {level.label}
                </th>
                {KINDS.map((kind) => {
                  const key = `${row}-${kind}`;
                  const each = t('each', { points: Number(level[kind]) });
                  const label = `${level.label}, ${t(kind)}: ${each}`;
                  return (
                    <td key={kind} className="py-1.5">
                      <span className="flex items-center gap-2">
                        {levelsAddUp ? (
                          <input
                            className="input w-14"
                            type="number"
                            inputMode="numeric"
                            min={0}
                            max={99}
                            aria-label={label}
                            value={places[key] ?? 0}
                            onChange={(event) => setPlaces({ ...places, [key]: Math.max(0, Math.floor(event.target.valueAsNumber || 0)) })}
                          />
                        ) : (
                          <input
                            type="radio"
                            name={name}
                            aria-label={label}
                            checked={Boolean(places[key])}
                            onChange={() => setPlaces({ [key]: 1 })}
                          />
                        )}
                        <span className="text-xs text-text-2">{each}</span>
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3" aria-live="polite">
          {t('sum', { points: formatNumber(points, locale), max: formatNumber(Number(max), locale) })}
        </p>
        <div className="dialog-foot">
          <Button look="primary" onClick={take}>
            {t('take', { points: formatNumber(points, locale) })}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{t('close')}</Button>
        </div>
      </Dialog>
    </>
  );
}
