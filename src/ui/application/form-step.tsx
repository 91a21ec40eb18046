'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { tidyAnswer } from '@/domain/applicationForm';
import { OrganisationsDocument } from '@/gql/graphql';
import { useUploads } from '@/ui/evidence/use-uploads';
import { Button } from '@/ui/kit/button';
import { ErrorSummary, type FieldError } from '@/ui/kit/error-summary';
import type { Option } from '@/ui/kit/field';
import { formatTime } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { BackLink } from '@/ui/kit/navigation';
import { SaveState } from '@/ui/kit/save-state';
import { request } from '@/ui/request';
import { FormField } from './form-field';
import { type FormFieldView, type FormValues, isAsked, isFileField, isFilled, isRequired, wantedOf } from './form-view';
import { useAnswerSaver } from './use-answer-saver';

interface FormStepProps {
  applicationId: string;
  /** Number and name of the part, and the page's heading. */
  heading: ReactNode;
  /** Fields of this part, hidden ones included. */
  fields: readonly FormFieldView[];
  values: FormValues;
  options: Readonly<Record<'municipality' | 'organisation' | 'position' | 'category' | 'held_category', readonly Option[]>>;
  /** What the school's card says, by field. */
  cardAnswers?: FormValues;
  /** Refusals the server knows of, by field. */
  known: Readonly<Record<string, string>>;
  fileCounts: Readonly<Record<string, number>>;
  /** Upload controls of the file fields. */
  slots: Readonly<Record<string, ReactNode>>;
  tasksHref: string;
  nextHref: string;
  zone: string;
}

/** One part of the form: every answer saves itself; going on looks whether something is missing. */
export function FormStep(props: FormStepProps) {
  const { applicationId, fields, slots, tasksHref, nextHref } = props;
  const t = useTranslations('teacher.form');
  const locale = useLocale();
  const router = useRouter();
  const [values, setValues] = useState(props.values);
  const [organisations, setOrganisations] = useState(props.options.organisation);
  const [note, setNote] = useState<Record<string, string>>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [summary, setSummary] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const restore = (left: Record<string, string>) => {
    setValues((now) => ({ ...now, ...left }));
    // What an earlier page could not save shows its refusal at once: it was left long ago.
    setSeen((now) => new Set([...now, ...Object.keys(left)]));
  };
  const saver = useAnswerSaver(applicationId, restore);
  // A file counts from the moment its row says so, not from the page that is fetched after it.
  const arrived = useUploads().filter((u) => u.place.applicationId === applicationId && u.state.kind === 'stored');
  const fileCounts: Record<string, number> = { ...props.fileCounts };
  for (const { place: target } of arrived) if (target.fieldId) fileCounts[target.fieldId] = (fileCounts[target.fieldId] ?? 0) + 1;
  const withFiles = Object.keys(fileCounts)
    .filter((id) => fileCounts[id])
    .join();
  const place = fields.find((field) => field.type === 'organisation');
  const municipality = place?.dependsOn ? (values[place.dependsOn] ?? '') : '';

  useEffect(() => {
    const target = document.getElementById(window.location.hash.slice(1));
    target?.focus();
  }, []);

  // A municipality that came back from an earlier page brings its organisations too.
  useEffect(() => {
    if (!municipality) return setOrganisations([]);
    const stop = new AbortController();
    request(OrganisationsDocument, { municipalityId: municipality }, stop.signal)
      .then(({ organisations: found }) => setOrganisations(found.map(({ id, name }) => ({ value: id, label: name }))))
      .catch(() => undefined);
    return () => stop.abort();
  }, [municipality]);

  useEffect(() => {
    const there = withFiles.split(',');
    setMissing((now) => (now.some((id) => there.includes(id)) ? now.filter((id) => !there.includes(id)) : now));
    setSummary((now) => (now.some((e) => there.includes(e.field ?? '')) ? now.filter((e) => !there.includes(e.field ?? '')) : now));
  }, [withFiles]);

  const change = (field: FormFieldView, value: string) => {
    if (value === values[field.id]) return;
    saver.put(field.id, value);
    const dependents = fields.filter((f) => f.dependsOn === field.id);
    for (const dependent of dependents) saver.drop(dependent.id);
    setValues((now) => ({ ...now, [field.id]: value, ...Object.fromEntries(dependents.map((f) => [f.id, ''])) }));
    setNote(Object.fromEntries(dependents.filter((f) => values[f.id]).map((f) => [f.id, t('emptied', { label: f.label })])));
    setMissing((now) => now.filter((id) => id !== field.id));
    setSummary((now) => now.filter((entry) => entry.field !== field.id));
    // A choice can change what is asked and what is wrong: the page learns it from the server.
    if (!isTyped(field)) void saver.flush().then(() => router.refresh());
  };
  const leave = (field: FormFieldView) => {
    setSeen((now) => new Set([...now, field.id]));
    // The spelling that is stored is the one that is shown.
    if (isTyped(field)) change(field, tidyAnswer(field, values[field.id] ?? ''));
    void saver.flush();
  };
  const asked = fields.filter((field) => isAsked(field, values));
  const errorOf = (field: FormFieldView): string | undefined => {
    if (missing.includes(field.id)) return missingText(field);
    const fresh = saver.errors[field.id];
    if (fresh) return seen.has(field.id) || !isTyped(field) ? fresh : undefined;
    return knownOf(field);
  };
  const knownOf = (field: FormFieldView) =>
    (values[field.id] ?? '') === (props.values[field.id] ?? '') ? props.known[field.id] : undefined;
  const missingText = (field: FormFieldView) => t(`missing.${isTyped(field) ? 'typed' : wantedOf(field)}`, { label: field.label });

  const closedBy = (field: FormFieldView) => {
    if (!field.dependsOn || values[field.dependsOn]) return undefined;
    return field.type === 'organisation' ? t('closedPlace') : t('closed', { label: labelOf(field.dependsOn) });
  };

  const goOn = async () => {
    setBusy(true);
    const saved = await saver.flush();
    setBusy(false);
    const empty = asked.filter((field) => isRequired(field, values) && !isFilled(field, values, fileCounts)).map((field) => field.id);
    setMissing(empty);
    setSeen(new Set(asked.map((field) => field.id)));
    const wrong = asked.flatMap((field): FieldError[] => {
      if (empty.includes(field.id)) return [{ field: field.id, message: missingText(field) }];
      const refusal = saver.refusal(field.id) ?? knownOf(field);
      return refusal ? [{ field: field.id, message: `${field.label}: ${refusal}` }] : [];
    });
    setSummary(wrong);
    if (saved && wrong.length === 0) router.push(nextHref);
  };

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <BackLink href={tasksHref}>{t('toTasks')}</BackLink>
        <SaveState
          state={saver.state}
          refused={Object.keys(saver.errors).length}
          {...(saver.savedAt ? { time: formatTime(saver.savedAt, locale, props.zone) } : {})}
          onRetry={() => void saver.flush()}
        />
      </div>
      <div className="grid gap-8 max-w-[42rem] mt-6">
        <ErrorSummary errors={summary} />
        {props.heading}
        <form
          noValidate
          className="grid gap-8"
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          {asked.map((field) => (
            <FormField
              key={field.id}
              field={field}
              value={values[field.id] ?? ''}
              error={errorOf(field)}
              optional={!isRequired(field, values) && !isFileField(field)}
              options={optionsOf(field)}
              closed={closedBy(field)}
              note={note[field.id]}
              onCard={props.cardAnswers?.[field.id]}
              slot={slots[field.id]}
              change={(value) => change(field, value)}
              leave={() => leave(field)}
            />
          ))}
          <div className="actions">
            <Button look="primary" type="submit" busy={busy && t('saving')} block>
              {t('goOn')}
            </Button>
            <LinkButton href={tasksHref} look="quiet">
              {t('later')}
            </LinkButton>
          </div>
        </form>
      </div>
    </>
  );

  function optionsOf(field: FormFieldView): readonly Option[] {
    if (field.type === 'organisation') return organisations;
    if (field.type === 'select') return field.options;
    return field.type in props.options ? props.options[field.type as keyof typeof props.options] : [];
  }
  function labelOf(id: string): string {
    return fields.find((field) => field.id === id)?.label ?? id;
  }
}

const TYPED = ['text', 'number', 'email', 'phone', 'snils', 'date', 'birth_date', 'identity_document'];
const isTyped = (field: FormFieldView) => TYPED.includes(field.type);
