'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { CreateEmployeeDocument, type CreateEmployeeMutation } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { errorOf, errorsOf, type FormState, notSent, typedIn } from '@/ui/session/form-state';
import { CodeSheet } from '../code-sheet';
import { DETAILS, EmployeeFields, type Position } from '../employee-fields';

type Entered = NonNullable<CreateEmployeeMutation['createEmployee']['employee']> & { code: string | null };

interface EntryState extends FormState {
  /** Who was entered last: stays over refusals, the code that stands with him is shown once. */
  entered?: Entered;
}

async function enter(before: EntryState, form: FormData, failed: string): Promise<EntryState> {
  const values = typedIn(form, 'snils', 'email', 'phone', ...DETAILS);
  const { snils = '', email = '', phone = '', lastName = '', firstName = '', patronymic = '', sex = '', positionId = '' } = values;
  const kept = before.entered && { entered: before.entered };
  try {
    const input = { snils, email: email || null, phone: phone || null, lastName, firstName, patronymic, sex, positionId };
    const { createEmployee: made } = await request(CreateEmployeeDocument, { input });
    if (made.problems.length || !made.employee) return { errors: errorsOf(made.problems), values, ...kept };
    return { errors: [], done: true, entered: { ...made.employee, code: made.activationCode ?? null } };
  } catch (error) {
    return { ...notSent(error, values, failed), ...kept };
  }
}

/** Enters employees one after the other: saved and opened, or saved and on to the next. */
export function EmployeeForm({ positions }: { positions: readonly Position[] }) {
  const t = useTranslations('school.newEmployee');
  const router = useRouter();
  const [state, action] = useActionState(
    async (before: EntryState, form: FormData) => {
      const after = await enter(before, form, t('failed'));
      // A code is shown once: with one in hand the page stays.
      const opened = after.done && form.get('then') === 'open' ? after.entered : undefined;
      if (opened && !opened.code) router.push(`/school/employees/${opened.id}`);
      return after;
    },
    { errors: [] },
  );
  const { entered } = state;
  const value = (field: string) => state.values?.[field] ?? '';
  return (
    <div className="grid gap-6">
      {entered ? (
        <Notice tone="ok" role="status" title={t('done', { name: entered.fullName })}>
          <Link href={`/school/employees/${entered.id}`}>{t('open')}</Link>
        </Notice>
      ) : null}
      {entered?.code ? <CodeSheet fullName={entered.fullName} snils={entered.snils} code={entered.code} /> : null}
      <form
        action={action}
        key={entered?.id ?? 'first'}
        // React resets the form after every press; what was chosen is lost only with what was sent.
        onReset={(event) => {
          if (!state.done) event.preventDefault();
        }}
        className="no-print grid gap-5 max-w-[42rem]"
        noValidate
      >
        <ErrorSummary errors={state.errors} />
        <TextField
          name="snils"
          label={t('snils')}
          hint={t('snilsHint')}
          defaultValue={value('snils')}
          error={errorOf(state, 'snils')}
          inputMode="numeric"
          autoComplete="off"
        />
        <EmployeeFields positions={positions} value={value} error={(field) => errorOf(state, field)} />
        <EmailField
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          defaultValue={value('email')}
          error={errorOf(state, 'email')}
          autoComplete="off"
          optional
        />
        <TextField
          name="phone"
          type="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          defaultValue={value('phone')}
          error={errorOf(state, 'phone')}
          autoComplete="off"
          maxLength={TEXT_LIMITS.phone}
          optional
        />
        <div className="actions">
          <SubmitButton name="then" value="open" busyLabel={t('saving')}>
            {t('save')}
          </SubmitButton>
          <SubmitButton name="then" value="another" look="secondary" busyLabel={t('saving')}>
            {t('saveAndAdd')}
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
