import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sameText } from '@/domain/searchText';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { RadioTiles } from '@/ui/kit/choice';
import { type FieldFrame, TextField } from '@/ui/kit/field';

interface CardTextProps {
  frame: FieldFrame;
  value: string;
  /** What the school's card says; empty where it says that there is none. */
  onCard: string;
  autoComplete?: string | undefined;
  change: (value: string) => void;
  leave: () => void;
}

const CARD = 'card';
const OTHER = 'other';

/** An answer of the school's card: it is taken as it is, or the person says that the card is wrong and how it should be. */
export function CardText({ frame, value, onCard, autoComplete, change, leave }: CardTextProps) {
  const t = useTranslations('teacher.form.card');
  const [doubts, setDoubts] = useState(!sameText(value, onCard));
  const choose = (choice: string) => {
    setDoubts(choice === OTHER);
    if (choice === CARD) change(onCard);
  };
  return (
    <div className="grid gap-3">
      <RadioTiles
        {...frame}
        name={`${frame.name}-source`}
        optional={false}
        error={doubts ? undefined : frame.error}
        options={[
          { value: CARD, label: onCard || t('none'), hint: t('fromCard') },
          { value: OTHER, label: t('wrong'), hint: t('wrongHint') },
        ]}
        value={doubts ? OTHER : CARD}
        onChange={(event) => choose(event.target.value)}
      />
      {doubts ? (
        <TextField
          {...frame}
          label={t('right', { label: String(frame.label) })}
          hint={undefined}
          value={value}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
          maxLength={TEXT_LIMITS.name}
          autoComplete={autoComplete}
        />
      ) : null}
    </div>
  );
}
