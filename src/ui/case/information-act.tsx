'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { type Addressee, RequestInformationDocument, ResumeReviewDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { SelectField, TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog, type Refusal } from './act-dialog';
import type { ActProps } from './plain-acts';

const WHO = ['AGENCY', 'EMPLOYER', 'TEACHER'] as const;
const MOST = 10;

/** Puts questions to agencies, the employer or the teacher: one row each. */
export function RequestInformationAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act.request_information');
  const next = useRef(1);
  const [rows, setRows] = useState<readonly number[]>([0]);
  const act = async (form: FormData): Promise<readonly Refusal[]> => {
    const requests = rows.map((row) => ({
      addressee: String(form.get(`to-${row}`)) as Addressee,
      text: String(form.get(`text-${row}`) ?? ''),
    }));
    const { problems } = (await request(RequestInformationDocument, { input: { id: applicationId, requests } })).requestInformation;
    // The server counts the questions, the dialog names their rows.
    return problems.map((p) => (p.path.at(-1) === 'text' ? { ...p, path: [`text-${rows[Number(p.path.at(-2))]}`] } : p));
  };
  return (
    <ActDialog
      label={t('label')}
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      wide
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={rows.map((row) => `text-${row}`)}
      onOpen={() => setRows([0])}
      act={act}
    >
      {(field) => (
        <>
          <p className="muted">{t('text')}</p>
          {rows.map((row, k) => (
            <fieldset key={row} className="grid gap-3 border-t border-line pt-4 first-of-type:border-0 first-of-type:pt-0">
              <legend className="vh">{t('row', { no: k + 1 })}</legend>
              <SelectField
                {...field(`to-${row}`)}
                label={t('to')}
                defaultValue="AGENCY"
                options={WHO.map((value) => ({ value, label: t(`who.${value}`) }))}
              />
              <TextAreaField {...field(`text-${row}`)} label={t('question')} rows={3} maxLength={TEXT_LIMITS.question} />
              {rows.length > 1 ? (
                <div>
                  <Button look="quiet" size="s" icon={<Trash2 />} onClick={() => setRows(rows.filter((known) => known !== row))}>
                    {t('remove', { no: k + 1 })}
                  </Button>
                </div>
              ) : null}
            </fieldset>
          ))}
          {rows.length < MOST ? (
            <div>
              <Button
                size="s"
                icon={<Plus />}
                onClick={() => {
                  setRows([...rows, next.current]);
                  next.current += 1;
                }}
              >
                {t('more')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </ActDialog>
  );
}

/** Goes on without the answers that are still missing. */
export function ResumeReviewAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act.resume_review');
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
      act={async () => (await request(ResumeReviewDocument, { id: applicationId })).resumeReview.problems}
    >
      {() => <p className="muted">{t('text')}</p>}
    </ActDialog>
  );
}
