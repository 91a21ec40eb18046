'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';

/** From this part of the limit on the count is shown; shorter texts need none. */
const NEAR = 0.8;
/** A limit this short is no prose: only too much of it is worth a word. */
const PROSE = 100;

type Props = { limit: number } & (
  | ({ as: 'input' } & Omit<ComponentProps<'input'>, 'onInput'>)
  | ({ as: 'textarea' } & Omit<ComponentProps<'textarea'>, 'onInput'>)
);

/** A control whose text may be too long: what is pasted over the limit stays, is counted and said. A browser's own limit would cut it in silence. */
export function LimitedControl({ limit, as, ...control }: Props) {
  const t = useTranslations('kit');
  const [typed, setTyped] = useState(String(control.defaultValue ?? ''));
  const size = (control.value === undefined ? typed : String(control.value)).trim().length;
  const over = size > limit;
  const key = `${control.id}-limit`;
  const said = over || (limit >= PROSE && size > limit * NEAR);
  const described = {
    'aria-describedby': [control['aria-describedby'], said ? key : ''].filter(Boolean).join(' ') || undefined,
    'aria-invalid': over || control['aria-invalid'] || undefined,
  };
  const noted = (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value);
  return (
    <>
      {as === 'input' ? (
        <input {...(control as ComponentProps<'input'>)} {...described} onInput={noted} />
      ) : (
        <textarea {...(control as ComponentProps<'textarea'>)} {...described} onInput={noted} />
      )}
      <div role="status">
        {over ? (
          <p className="err" id={key}>
            <CircleAlert />
            <span>{t('limit.over', { size, max: limit, over: size - limit })}</span>
          </p>
        ) : said ? (
          <p className="hint" id={key}>
            {t('limit.near', { size, max: limit })}
          </p>
        ) : null}
      </div>
    </>
  );
}
