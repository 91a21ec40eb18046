import { INDEFINITE } from '@/domain/applicationForm';
import { describe, Field, type FieldFrame } from '@/ui/kit/field';

interface Props {
  frame: FieldFrame;
  /** Words for a date without end, or null where a day is needed. */
  indefinite: string | null;
  value: string;
  change: (value: string) => void;
  leave: () => void;
}

/** A day, or «бессрочно» where the procedure allows it. */
export function DateOrIndefinite({ frame, indefinite, value, change, leave }: Props) {
  const endless = value === INDEFINITE;
  return (
    <Field {...frame}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <input
          {...describe(frame)}
          type="date"
          className="input input-date"
          value={endless ? '' : value}
          disabled={endless}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
        {indefinite ? (
          <label className="tick">
            <input
              type="checkbox"
              className="check"
              name={`${frame.name}-indefinite`}
              checked={endless}
              onChange={(event) => change(event.target.checked ? INDEFINITE : '')}
            />
            <span className="first-letter:uppercase">{indefinite}</span>
          </label>
        ) : null}
      </div>
    </Field>
  );
}
