'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

export interface FieldError {
  /** Id of the control; without it the sentence is about the whole page. */
  field?: string;
  message: string;
}

/** All refusals of a form at its top, each a link to its field. It takes focus when it appears or changes. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const t = useTranslations('kit');
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.message).join('\n');
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  const goTo = (field: string) => {
    const control = document.getElementById(field);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="note note-danger" role="alert" tabIndex={-1} ref={box}>
      <CircleAlert />
      <div>
        <b>{title ?? t('errors', { count: errors.length })}</b>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field}${message}`}>
              {field ? (
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(field);
                  }}
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
