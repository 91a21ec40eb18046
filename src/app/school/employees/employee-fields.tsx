'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { RadioTiles } from '@/ui/kit/choice';
import { SelectField, TextField } from '@/ui/kit/field';

export interface Position {
  id: string;
  label: string;
}
export const DETAILS = ['lastName', 'firstName', 'patronymic', 'sex', 'positionId'] as const;
export type Detail = (typeof DETAILS)[number];

interface EmployeeFieldsProps {
  positions: readonly Position[];
  value: (field: Detail) => string;
  error: (field: Detail) => string | undefined;
  /** Ids of the controls where they are not the names. */
  id?: (field: Detail) => string;
}

/** What the school says of an employee: names, sex, position. */
export function EmployeeFields({ positions, value, error, id }: EmployeeFieldsProps) {
  const t = useTranslations('school.newEmployee');
  const field = (name: Detail) => ({ name, id: id?.(name), defaultValue: value(name), error: error(name) });
  return (
    <>
      <TextField {...field('lastName')} label={t('lastName')} autoComplete="off" maxLength={TEXT_LIMITS.name} />
      <TextField {...field('firstName')} label={t('firstName')} autoComplete="off" maxLength={TEXT_LIMITS.name} />
      <TextField {...field('patronymic')} label={t('patronymic')} autoComplete="off" maxLength={TEXT_LIMITS.name} optional />
      <RadioTiles
        {...field('sex')}
        label={t('sex')}
        options={[
          { value: 'female', label: t('female') },
          { value: 'male', label: t('male') },
        ]}
      />
      <SelectField
        {...field('positionId')}
        label={t('position')}
        hint={t('positionHint')}
        empty={t('choose')}
        options={positions.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  );
}
