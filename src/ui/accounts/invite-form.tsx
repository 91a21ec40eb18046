'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type InvitationsPageQuery, InviteToRoleDocument, type Role } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, SelectField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { errorOf, errorsOf, type FormState, notSent, typedIn } from '@/ui/session/form-state';
import { useOrganisations } from './use-organisations';

interface InviteFormProps {
  roles: NonNullable<InvitationsPageQuery['viewer']>['invitableRoles'];
  municipalities: InvitationsPageQuery['municipalities'];
}

async function invite(form: FormData, failed: string): Promise<FormState> {
  const values = typedIn(form, 'role', 'email', 'organisationId');
  const input = { role: values.role as Role, email: values.email ?? '', organisationId: values.organisationId || null };
  try {
    const { inviteToRole } = await request(InviteToRoleDocument, { input });
    if (inviteToRole.problems.length) return { errors: errorsOf(inviteToRole.problems), values };
    return { errors: [], values: { sentTo: input.email }, done: true };
  } catch (error) {
    return notSent(error, values, failed);
  }
}

/** Invites a person: role, organisation, e-mail. */
export function InviteForm({ roles, municipalities }: InviteFormProps) {
  const t = useTranslations('auth');
  const router = useRouter();
  const [state, action] = useActionState(
    async (_before: FormState, form: FormData) => {
      const after = await invite(form, t('failed'));
      if (after.done) router.refresh();
      return after;
    },
    { errors: [] },
  );
  const { municipality, organisations, choose } = useOrganisations();
  return (
    <form
      action={action}
      // React resets the form after every press, lists to their first entry; what was chosen is lost only with what was sent.
      onReset={(event) => {
        if (!state.done) return event.preventDefault();
        choose('');
      }}
      className="grid gap-5 max-w-[42rem]"
      noValidate
    >
      <ErrorSummary errors={state.errors} />
      {state.done ? (
        <Notice tone="ok" role="status" title={t('invite.done')}>
          {t('issue.doneText', { email: state.values?.sentTo ?? '' })}
        </Notice>
      ) : null}
      <SelectField
        name="role"
        label={t('accounts.role')}
        defaultValue={state.values?.role ?? roles[0]?.role ?? ''}
        options={roles.map((known) => ({ value: known.role, label: known.label }))}
        error={errorOf(state, 'role')}
      />
      <SelectField
        name="municipalityId"
        label={t('issue.municipality')}
        empty={t('issue.choose')}
        value={municipality}
        onChange={(event) => choose(event.target.value)}
        options={municipalities.map((m) => ({ value: m.id, label: m.name }))}
      />
      <SelectField
        name="organisationId"
        label={t('issue.organisation')}
        hint={municipality ? undefined : t('issue.organisationHint')}
        empty={t('issue.choose')}
        disabled={!municipality}
        key={`${municipality}-${organisations.length}`}
        options={organisations.map((o) => ({ value: o.id, label: o.name }))}
        error={errorOf(state, 'organisationId')}
      />
      <EmailField
        name="email"
        label={t('profile.email')}
        hint={t('invite.emailHint')}
        defaultValue={state.values?.email ?? ''}
        error={errorOf(state, 'email')}
        autoComplete="off"
      />
      <div className="actions">
        <SubmitButton busyLabel={t('sending')} block>
          {t('invite.send')}
        </SubmitButton>
      </div>
    </form>
  );
}
