'use client';
import { FileSignature } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { ActDialog, type Refusal } from '@/ui/case/act-dialog';
import { issueOrder, type OrderAction } from '@/ui/case/order-act';
import { Card } from '@/ui/kit/card';
import { DateField, TextField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';

interface OrderFormProps {
  action: OrderAction;
  /** It cannot be taken back. */
  final: boolean;
  known: { number: string; date: string } | null;
  cases: readonly { id: string; name: string }[];
  backHref: string;
}

/** Number and date of the order, for every case of the list; what was refused is named with its person. */
export function OrderForm({ action, final, known, cases, backHref }: OrderFormProps) {
  const t = useTranslations('commission.order');
  const router = useRouter();
  const [refused, setRefused] = useState<readonly { name: string; message: string }[]>([]);
  const issue = async (form: FormData): Promise<readonly Refusal[]> => {
    const number = form.get('number')?.toString() ?? '';
    const date = form.get('date')?.toString() ?? '';
    const missing = [
      ...(number.trim() ? [] : [{ code: 'REQUIRED', path: ['number'], message: t('noNumberGiven') }]),
      ...(date ? [] : [{ code: 'REQUIRED', path: ['date'], message: t('noDateGiven') }]),
    ];
    if (missing.length > 0) return missing;
    const found: { name: string; problems: readonly Refusal[] }[] = [];
    for (const { id, name } of cases) found.push({ name, problems: await issueOrder(action, { applicationId: id, number, date }) });
    const failed = found.filter((f) => f.problems.length > 0);
    // Nothing was written at all: the refusal concerns what was typed and stands beside it.
    if (failed.length === cases.length) return failed[0]?.problems ?? [];
    setRefused(failed.map(({ name, problems }) => ({ name, message: problems.map((p) => p.message).join(' ') })));
    if (failed.length === 0) router.push(backHref);
    return [];
  };
  return (
    <Card id="issue" title={t('issue')}>
      <div className="grid gap-4">
        <p className="text-s text-text-2">{t('after', { count: cases.length, final: String(final) })}</p>
        {refused.length > 0 ? (
          <Notice tone="danger" role="alert" title={t('refused')}>
            <ul>
              {refused.map(({ name, message }) => (
                <li key={name}>
                  {name}: {message}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <ActDialog
          label={t('record')}
          look="primary"
          icon={<FileSignature />}
          title={t(`title.${action === 'grant' ? 'establish' : 'refuse'}Question`)}
          confirm={t('confirm', { count: cases.length })}
          busy={t('busy')}
          cancel={t('cancel')}
          done={t('done')}
          fields={['number', 'date']}
          act={issue}
        >
          {(field) => (
            <>
              <p className="muted">{t('question', { count: cases.length })}</p>
              {known ? <p className="hint">{t('known')}</p> : null}
              <TextField
                {...field('number')}
                label={t('numberLabel')}
                defaultValue={known?.number}
                maxLength={TEXT_LIMITS.orderNumber}
                autoComplete="off"
              />
              <DateField {...field('date')} label={t('dateLabel')} defaultValue={known?.date} />
            </>
          )}
        </ActDialog>
      </div>
    </Card>
  );
}
