'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { AnswerDisputeDocument, OrganisationsDocument } from '@/gql/graphql';
import { FormField } from '@/ui/application/form-field';
import type { FormFieldView, FormValues } from '@/ui/application/form-view';
import { useAct } from '@/ui/application/use-act';
import { Button } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { type Option, TextAreaField } from '@/ui/kit/field';
import { LinkButton } from '@/ui/kit/link-button';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

interface DisputeFormProps {
  applicationId: string;
  /** The answers that may be corrected, in the form's order; a municipality only narrows the list of organisations. */
  fields: readonly FormFieldView[];
  values: FormValues;
  municipalityField: string | null;
  options: Readonly<Record<'municipality' | 'organisation' | 'position' | 'held_category', readonly Option[]>>;
  doneHref: string;
}

/** Sends the corrected answers and a word to the school in one act: refused, nothing is changed and what was typed stays. */
export function DisputeForm({ applicationId, fields, values, municipalityField, options, doneHref }: DisputeFormProps) {
  const t = useTranslations('teacher.dispute');
  const router = useRouter();
  const toast = useToast();
  const { busy, run, refusal, errorsOf } = useAct(t('failed'));
  const [typed, setTyped] = useState<FormValues>(values);
  const [note, setNote] = useState('');
  const [organisations, setOrganisations] = useState(options.organisation);
  const place = fields.find((field) => field.type === 'organisation');
  const change = (field: FormFieldView, value: string) => {
    setTyped((now) => ({ ...now, [field.id]: value, ...(field.id === municipalityField && place ? { [place.id]: '' } : {}) }));
    if (field.id !== municipalityField) return;
    setOrganisations([]);
    if (value)
      void request(OrganisationsDocument, { municipalityId: value })
        .then(({ organisations: found }) => setOrganisations(found.map(({ id, name }) => ({ value: id, label: name }))))
        .catch(() => undefined);
  };
  const send = () =>
    run(
      async () => {
        const answers = fields
          .filter((field) => field.id !== municipalityField && (typed[field.id] ?? '') !== (values[field.id] ?? ''))
          .map((field) => ({ fieldId: field.id, value: typed[field.id] ?? '' }));
        const { problems } = (await request(AnswerDisputeDocument, { input: { applicationId, note, answers } })).answerDispute;
        if (problems.length === 0) router.push(doneHref);
        return problems;
      },
      () => toast({ text: t('done') }),
    );
  const optionsOf = (field: FormFieldView): readonly Option[] =>
    field.type === 'organisation' ? organisations : field.type === 'select' ? field.options : (options[field.type as 'position'] ?? []);
  const asked = [...fields.map(({ id }) => id), 'note'];
  const general = refusal(undefined, asked);
  return (
    <form
      noValidate
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {general ? (
        <Notice tone="danger" role="alert">
          {general}
        </Notice>
      ) : null}
      <ErrorSummary errors={errorsOf(asked)} />
      {fields.map((field) => (
        <FormField
          key={field.id}
          field={field}
          value={typed[field.id] ?? ''}
          error={refusal(field.id)}
          optional={false}
          options={optionsOf(field)}
          change={(value) => change(field, value)}
          leave={() => undefined}
        />
      ))}
      <TextAreaField
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        error={refusal('note')}
        rows={4}
        maxLength={TEXT_LIMITS.reason}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="actions">
        <Button look="primary" type="submit" busy={busy && t('busy')} block>
          {t('send')}
        </Button>
        <LinkButton href={doneHref} look="quiet">
          {t('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}
