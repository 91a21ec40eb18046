'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import {
  AcceptEmployerPaperDocument,
  ConfirmEmployerOnPaperDocument,
  EscalateEmployerDocument,
  ReturnEmployerPaperDocument,
} from '@/gql/graphql';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

type WordedAct = 'return_employer_paper' | 'escalate_employer' | 'confirm_employer_on_paper';
type Input = { applicationId: string; reason: string };

const SEND = {
  return_employer_paper: async (input: Input) => (await request(ReturnEmployerPaperDocument, { input })).returnEmployerPaper.problems,
  escalate_employer: async (input: Input) => (await request(EscalateEmployerDocument, { input })).escalateEmployer.problems,
  confirm_employer_on_paper: async (input: Input) =>
    (await request(ConfirmEmployerOnPaperDocument, { input })).confirmEmployerOnPaper.problems,
} satisfies Record<WordedAct, unknown>;

/** Acts on the school's part that need words: why a paper goes back, why a silent school is taken up, which paper confirms. */
export function EmployerWordsAct({ applicationId, name, act, closed, reasonsId, size }: ActProps & { act: WordedAct }) {
  const t = useTranslations(`operator.act.${act}`);
  return (
    <ActDialog
      label={t('label')}
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['reason']}
      act={(form) => SEND[act]({ applicationId, reason: form.get('reason')?.toString() ?? '' })}
    >
      {(field) => (
        <>
          <p className="muted">{t('text')}</p>
          <TextAreaField {...field('reason')} label={t('reason')} rows={2} maxLength={TEXT_LIMITS.reason} />
        </>
      )}
    </ActDialog>
  );
}

/** Accepts the school's paper. */
export function AcceptPaperAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act.accept_employer_paper');
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
      done={t('done', { name })}
      act={async () => (await request(AcceptEmployerPaperDocument, { applicationId })).acceptEmployerPaper.problems}
    >
      {() => <p className="muted">{t('text')}</p>}
    </ActDialog>
  );
}
