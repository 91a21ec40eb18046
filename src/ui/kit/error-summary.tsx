'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface FieldError {
  /** Id of the control; without it the sentence is about the whole page. */
  field?: string;
  message: string;
}

/** The errors in the order of their fields on the page, each naming its field: one whose sentence does not say it begins with the label. */
function inFormOrder(errors: readonly FieldError[]): FieldError[] {
  const placed = errors.map((error) => ({ error, control: error.field ? document.getElementById(error.field) : null }));
  placed.sort(({ control: a }, { control: b }) => {
    if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return placed.map(({ error, control }) => {
    const label = control && labelOf(control);
    const named = !label || error.message.toLowerCase().includes(label.toLowerCase().slice(0, STEM));
    return named ? error : { ...error, message: `${label}: ${error.message}` };
  });
}

/** So much of a label is the same in every case of its word. */
const STEM = 4;

const labelOf = (control: HTMLElement): string =>
  (document.querySelector(`label[for="${CSS.escape(control.id)}"]`) ?? control.querySelector('legend'))?.textContent?.trim() ?? '';

/** All refusals of a form at its top, each a link to its field, in the form's order. It takes focus when it appears or changes. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const t = useTranslations('kit');
  const box = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<readonly FieldError[]>(errors);
  useLayoutEffect(() => setPlaced(inFormOrder(errors)), [errors]);
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
          {placed.map(({ field, message }) => (
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
