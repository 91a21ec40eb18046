'use client';
import { Check, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import {
  AnswerCardReportDocument,
  CheckCardDocument,
  ConfirmCardDocument,
  ReissueActivationDocument,
  UpdateEmployeeDocument,
} from '@/gql/graphql';
import { ActDialog } from '@/ui/case/act-dialog';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { CodeSheet } from '../code-sheet';
import { DETAILS, EmployeeFields, type Position } from '../employee-fields';

interface Person {
  id: string;
  fullName: string;
}

/** Confirms the card; what is missing keeps it closed and stands beside it. */
export function ConfirmCard({ person, closed, reasonsId }: { person: Person; closed: boolean; reasonsId: string }) {
  const t = useTranslations('school.card.confirm');
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      icon={<Check />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name: person.fullName })}
      act={async () => (await request(ConfirmCardDocument, { employeeId: person.id })).confirmCard.problems}
    >
      {() => <p className="muted">{t('text', { name: person.fullName })}</p>}
    </ActDialog>
  );
}

/** The deputy head has looked the card through. */
export function CheckCard({ person, closed, reasonsId }: { person: Person; closed: boolean; reasonsId: string }) {
  const t = useTranslations('school.card.check');
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      icon={<Check />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name: person.fullName })}
      act={async () => (await request(CheckCardDocument, { employeeId: person.id })).checkCard.problems}
    >
      {() => <p className="muted">{t('text', { name: person.fullName })}</p>}
    </ActDialog>
  );
}

/** Answers the teacher that the card is right. */
export function AnswerReport({ reportId }: { reportId: string }) {
  const t = useTranslations('school.card.report.answer');
  return (
    <ActDialog
      label={t('label')}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done')}
      fields={['answer']}
      act={async (form) => {
        const input = { reportId, answer: form.get('answer')?.toString() ?? '' };
        return (await request(AnswerCardReportDocument, { input })).answerCardReport.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('text')}</p>
          <TextAreaField {...field('answer')} label={t('answer')} maxLength={TEXT_LIMITS.cardAnswer} rows={3} />
        </>
      )}
    </ActDialog>
  );
}

interface EditProps {
  id: string;
  version: number;
  values: Record<(typeof DETAILS)[number], string>;
  positions: readonly Position[];
}

/** Corrects what is known of the employee. */
export function EditEmployee({ id, version, values, positions }: EditProps) {
  const t = useTranslations('school.card.edit');
  return (
    <ActDialog
      label={t('label')}
      look="quiet"
      icon={<Pencil />}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done')}
      fields={DETAILS}
      act={async (form) => {
        const text = (name: string) => form.get(name)?.toString() ?? '';
        const input = {
          id,
          version,
          lastName: text('lastName'),
          firstName: text('firstName'),
          patronymic: text('patronymic'),
          sex: text('sex'),
          positionId: text('positionId'),
        };
        return (await request(UpdateEmployeeDocument, { input })).updateEmployee.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('text')}</p>
          <EmployeeFields
            positions={positions}
            value={(name) => values[name]}
            error={(name) => field(name).error}
            id={(name) => field(name).id}
          />
        </>
      )}
    </ActDialog>
  );
}

/** A new one-time code for who has not opened the account yet; shown once. */
export function NewCode({ person, snils }: { person: Person; snils: string | null }) {
  const t = useTranslations('school.card.code');
  const [code, setCode] = useState<string | null>(null);
  return (
    <>
      <div className="actions no-print">
        <ActDialog
          label={t('label')}
          title={t('title')}
          confirm={t('confirm')}
          busy={t('busy')}
          cancel={t('cancel')}
          done={t('done')}
          act={async () => {
            const { problems, activationCode } = (await request(ReissueActivationDocument, { employeeId: person.id })).reissueActivation;
            setCode(activationCode ?? null);
            return problems;
          }}
        >
          {() => <p className="muted">{t('text')}</p>}
        </ActDialog>
      </div>
      {code ? <CodeSheet fullName={person.fullName} snils={snils} code={code} /> : null}
    </>
  );
}
