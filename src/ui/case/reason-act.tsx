'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { RefuseApplicationIntakeDocument, ReturnApplicationDocument } from '@/gql/graphql';
import type { ButtonSize } from '@/ui/kit/button';
import { RadioTiles } from '@/ui/kit/choice';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';

export interface ReasonActProps {
  applicationId: string;
  name: string;
  act: 'return_for_correction' | 'refuse_intake';
  reasons: readonly { id: string; label: string }[];
  /** It cannot be taken back: the teacher may not send this application again. */
  final?: boolean;
  closed?: boolean;
  reasonsId?: string;
  size?: ButtonSize;
}

/** Returns an application or refuses it: a reason of the procedure's list and words of one's own. */
export function ReasonAct({ applicationId, name, act, reasons, final = false, closed, reasonsId, size }: ReasonActProps) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t(`${act}.label`)}
      look={act === 'refuse_intake' ? 'destructive' : 'secondary'}
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t(`${act}.title`)}
      confirm={t(`${act}.confirm`)}
      busy={t(`${act}.busy`)}
      cancel={t(`${act}.cancel`)}
      destructive={act === 'refuse_intake'}
      done={t(`${act}.done`, { name })}
      fields={['reason', 'reasonText']}
      act={async (form) => {
        const input = {
          id: applicationId,
          reasonId: form.get('reason')?.toString() ?? '',
          text: form.get('reasonText')?.toString() ?? '',
        };
        if (act === 'refuse_intake') return (await request(RefuseApplicationIntakeDocument, { input })).refuseApplicationIntake.problems;
        return (await request(ReturnApplicationDocument, { input })).returnApplication.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t(`${act}.text`, { name, final: String(final) })}</p>
          <RadioTiles {...field('reason')} label={t('reason')} options={reasons.map(({ id, label }) => ({ value: id, label }))} />
          <TextAreaField {...field('reasonText')} label={t('words')} hint={t(`${act}.hint`)} rows={3} maxLength={TEXT_LIMITS.reason} />
        </>
      )}
    </ActDialog>
  );
}
