'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { IssueAccountDocument, type IssueAccountPageQuery, type Role } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, SelectField, TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { errorOf, errorsOf, type FormState, notSent, typedIn } from '@/ui/session/form-state';
import { useOrganisations } from './use-organisations';

interface IssueFormProps {
  roles: NonNullable<IssueAccountPageQuery['viewer']>['issuableRoles'];
  municipalities: IssueAccountPageQuery['municipalities'];
  listHref: string;
}

interface IssueState extends FormState {
  email?: string;
}

const FIELDS = ['email', 'lastName', 'firstName', 'patronymic', 'role', 'municipalityId', 'organisationId', 'post', 'phone'];

async function issue(form: FormData, failed: string): Promise<IssueState> {
  const values = typedIn(form, ...FIELDS);
  const { email = '', lastName = '', firstName = '', patronymic = '', role = '', municipalityId, organisationId, post, phone } = values;
  const place = {
    municipalityId: municipalityId || null,
    organisationId: organisationId || null,
    post: post || null,
    phone: phone || null,
  };
  try {
    const input = { email, lastName, firstName, patronymic, role: role as Role, ...place };
    const { issueAccount } = await request(IssueAccountDocument, { input });
    if (issueAccount.problems.length) return { errors: errorsOf(issueAccount.problems), values };
    return { errors: [], done: true, email: issueAccount.account?.email ?? email };
  } catch (error) {
    return notSent(error, values, failed);
  }
}

/** Gives a person an account: role, place, name, e-mail. */
export function IssueForm({ roles, municipalities, listHref }: IssueFormProps) {
  const t = useTranslations('auth');
  const [state, action] = useActionState((_before: IssueState, form: FormData) => issue(form, t('failed')), { errors: [] });
  const [role, setRole] = useState(roles[0]?.role ?? '');
  const { municipality, organisations, choose } = useOrganisations();
  const needs = roles.find((known) => known.role === role)?.needs ?? 'REGION';
  const value = (field: string) => state.values?.[field] ?? '';
  return (
    <form
      action={action}
      // React resets the form after every press, lists to their first entry; what was chosen is lost only with what was sent.
      onReset={(event) => {
        if (!state.done) return event.preventDefault();
        setRole(roles[0]?.role ?? '');
        choose('');
      }}
      className="grid gap-5 max-w-[42rem]"
      noValidate
    >
      <ErrorSummary errors={state.errors} />
      {state.done ? (
        <Notice tone="ok" role="status" title={t('issue.done')}>
          {t('issue.doneText', { email: state.email ?? '' })} <Link href={listHref}>{t('issue.toList')}</Link>
        </Notice>
      ) : null}
      <SelectField
        name="role"
        label={t('accounts.role')}
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
        options={roles.map((known) => ({ value: known.role, label: known.label }))}
        error={errorOf(state, 'role')}
      />
      {needs === 'REGION' ? null : (
        <SelectField
          name="municipalityId"
          label={t('issue.municipality')}
          empty={t('issue.choose')}
          value={municipality}
          onChange={(event) => choose(event.target.value)}
          options={municipalities.map((m) => ({ value: m.id, label: m.name }))}
          error={errorOf(state, 'municipalityId')}
        />
      )}
      {needs === 'ORGANISATION' ? (
        <SelectField
          name="organisationId"
          label={t('issue.organisation')}
          hint={municipality ? undefined : t('issue.organisationHint')}
          empty={t('issue.choose')}
          disabled={!municipality}
          defaultValue={value('organisationId')}
          key={`${municipality}-${organisations.length}`}
          options={organisations.map((o) => ({ value: o.id, label: o.name }))}
          error={errorOf(state, 'organisationId')}
        />
      ) : null}
      <TextField
        name="lastName"
        label={t('profile.lastName')}
        defaultValue={value('lastName')}
        error={errorOf(state, 'lastName')}
        maxLength={TEXT_LIMITS.name}
      />
      <TextField
        name="firstName"
        label={t('profile.firstName')}
        defaultValue={value('firstName')}
        error={errorOf(state, 'firstName')}
        maxLength={TEXT_LIMITS.name}
      />
      <TextField
        name="patronymic"
        label={t('profile.patronymic')}
        defaultValue={value('patronymic')}
        error={errorOf(state, 'patronymic')}
        maxLength={TEXT_LIMITS.name}
        optional
      />
      {role === 'EXPERT' ? (
        <TextField
          name="post"
          label={t('issue.post')}
          hint={t('issue.postHint')}
          defaultValue={value('post')}
          maxLength={TEXT_LIMITS.post}
          error={errorOf(state, 'post')}
        />
      ) : null}
      <EmailField
        name="email"
        label={t('profile.email')}
        hint={t('issue.emailHint')}
        defaultValue={value('email')}
        error={errorOf(state, 'email')}
        autoComplete="off"
      />
      <TextField
        name="phone"
        type="tel"
        label={t('issue.phone')}
        hint={t('issue.phoneHint')}
        defaultValue={value('phone')}
        error={errorOf(state, 'phone')}
        autoComplete="off"
        maxLength={TEXT_LIMITS.phone}
        optional
      />
      <div className="actions">
        <SubmitButton busyLabel={t('sending')} block>
          {t('issue.submit')}
        </SubmitButton>
      </div>
    </form>
  );
}
