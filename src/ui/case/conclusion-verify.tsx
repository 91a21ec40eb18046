'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { VerifyApplicationDocument } from '@/gql/graphql';
import { RadioTiles } from '@/ui/kit/choice';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

interface VerifyActProps extends ActProps {
  choices: readonly { id: string; label: string }[];
  /** The verdict that is recorded already; it may be changed. */
  current: { id: string; text?: string | null } | null;
}

/** Records whether the result meets the category asked for; the commission decides, this is its input. */
export function VerifyAct({ applicationId, name, closed, reasonsId, size, choices, current }: VerifyActProps) {
  const t = useTranslations('operator.act.verify');
  return (
    <ActDialog
      label={t(current ? 'change' : 'label')}
      look={current ? 'secondary' : 'primary'}
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['verdict', 'text']}
      act={async (form) => {
        const input = { id: applicationId, verdict: form.get('verdict')?.toString() ?? '', text: form.get('text')?.toString() ?? '' };
        return (await request(VerifyApplicationDocument, { input })).verifyApplication.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('text')}</p>
          <RadioTiles
            {...field('verdict')}
            label={t('verdict')}
            options={choices.map(({ id, label }) => ({ value: id, label }))}
            {...(current && { defaultValue: current.id })}
          />
          <TextAreaField
            {...field('text')}
            label={t('words')}
            optional
            rows={3}
            maxLength={TEXT_LIMITS.reason}
            defaultValue={current?.text ?? ''}
          />
        </>
      )}
    </ActDialog>
  );
}
