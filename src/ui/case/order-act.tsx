'use client';
import { FileSignature } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { GrantApplicationDocument, RefuseApplicationDocument } from '@/gql/graphql';
import { DateField, TextField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

export type OrderAction = 'grant' | 'refuse';

/** Issues the order on one case; refusals come back by the field. */
export async function issueOrder(action: OrderAction, input: { applicationId: string; number: string; date: string }) {
  if (action === 'grant') return (await request(GrantApplicationDocument, { input })).grantApplication.problems;
  return (await request(RefuseApplicationDocument, { input })).refuseApplication.problems;
}

interface OrderActProps extends ActProps {
  action: OrderAction;
  /** It cannot be taken back. */
  final: boolean;
  /** The order of the same meeting, category and outcome, already in the fields. */
  known: { number: string; date: string } | null;
}

/** The order's number and date for a case that was decided. */
export function OrderAct({ applicationId, name, closed, reasonsId, size, action, final, known }: OrderActProps) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t(`${action}.label`)}
      look={action === 'grant' ? 'primary' : 'destructive'}
      size={size}
      icon={<FileSignature />}
      closed={closed}
      reasonsId={reasonsId}
      title={t(`${action}.title`)}
      confirm={t(`${action}.confirm`)}
      busy={t('order.busy')}
      cancel={t('order.cancel')}
      destructive={action === 'refuse'}
      done={t('order.done', { name })}
      fields={['number', 'date']}
      act={async (form) => {
        const number = form.get('number')?.toString() ?? '';
        const date = form.get('date')?.toString() ?? '';
        const missing = [
          ...(number.trim() ? [] : [{ code: 'REQUIRED', path: ['number'], message: t('order.noNumber') }]),
          ...(date ? [] : [{ code: 'REQUIRED', path: ['date'], message: t('order.noDate') }]),
        ];
        if (missing.length > 0) return missing;
        return issueOrder(action, { applicationId, number, date });
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t(`${action}.text`, { name, final: String(final) })}</p>
          {known ? <p className="hint">{t('order.known')}</p> : null}
          <TextField
            {...field('number')}
            label={t('order.number')}
            defaultValue={known?.number}
            maxLength={TEXT_LIMITS.orderNumber}
            autoComplete="off"
          />
          <DateField {...field('date')} label={t('order.date')} defaultValue={known?.date} />
        </>
      )}
    </ActDialog>
  );
}
