'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskEmployerAgainDocument, StaffPlacesDocument } from '@/gql/graphql';
import { useOrganisations } from '@/ui/accounts/use-organisations';
import { SelectField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

interface Place {
  id: string;
  name: string;
}

/** Asks the employer again after a dispute: the same organisation, or another one where the first was wrong. */
export function EmployerAct({ applicationId, closed, reasonsId, size, organisation }: ActProps & { organisation: string }) {
  const t = useTranslations('operator.act.ask_employer_again');
  const [municipalities, setMunicipalities] = useState<readonly Place[]>([]);
  const { municipality, organisations, choose } = useOrganisations();
  const load = () => {
    choose('');
    request(StaffPlacesDocument, {}).then(
      (found) => setMunicipalities(found.municipalities),
      () => undefined,
    );
  };
  const options = (places: readonly Place[]) => places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done')}
      fields={['municipality', 'organisationId']}
      onOpen={load}
      act={async (form) => {
        const organisationId = form.get('organisationId')?.toString() || null;
        // Without an organisation the same one would be asked again.
        if (municipality && !organisationId)
          return [{ code: 'REQUIRED', path: [organisations.length > 0 ? 'organisationId' : 'municipality'], message: t('notChosen') }];
        return (await request(AskEmployerAgainDocument, { input: { applicationId, organisationId } })).askEmployerAgain.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('text', { organisation })}</p>
          <SelectField
            {...field('municipality')}
            label={t('municipality')}
            optional
            hint={t('hint')}
            empty={t('same')}
            options={options(municipalities)}
            onChange={(event) => choose(event.target.value)}
          />
          {organisations.length > 0 ? (
            <SelectField {...field('organisationId')} label={t('organisation')} empty={t('choose')} options={options(organisations)} />
          ) : null}
        </>
      )}
    </ActDialog>
  );
}
