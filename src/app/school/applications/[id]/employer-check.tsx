'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { ConfirmEmployerDocument, DisputeEmployerDocument } from '@/gql/graphql';
import { AnswerValue, type AnswerView } from '@/ui/application/answer-list';
import { Button } from '@/ui/kit/button';
import { SegmentedRadio } from '@/ui/kit/choice';
import { ErrorSummary, type FieldError } from '@/ui/kit/error-summary';
import { TextAreaField, TextField } from '@/ui/kit/field';
import { SideBySide } from '@/ui/kit/side-by-side';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request } from '@/ui/request';
import { NotOurs } from './not-ours';
import { type Marks, useMarks } from './use-marks';

interface EmployerCheckProps {
  applicationId: string;
  name: string;
  facts: readonly AnswerView[];
  given: Marks;
  may: { confirm: boolean; dispute: boolean };
  /** Field of the place of work: the one that is wrong when the teacher is not ours. */
  placeField: string | null;
}

/** Every statement of the teacher with «Верно / Неверно», then confirm or dispute. */
export function EmployerCheck({ applicationId, name, facts, given, may, placeField }: EmployerCheckProps) {
  const t = useTranslations('school.case');
  const refresh = useRefresh();
  const toast = useToast();
  const { marks, mark, say, forget } = useMarks(applicationId, given);
  const [busy, setBusy] = useState<'confirm' | 'dispute' | null>(null);
  const [refusals, setRefusals] = useState<FieldError[]>([]);
  const marked = facts.filter((fact) => marks.facts[fact.fieldId]);
  const wrong = facts.filter((fact) => marks.facts[fact.fieldId]?.verdict === 'no');
  const left = facts.length - marked.length;

  const send = async (kind: 'confirm' | 'dispute', fields: string[], reason: string): Promise<boolean> => {
    setBusy(kind);
    setRefusals([]);
    const answer = await (kind === 'confirm'
      ? request(ConfirmEmployerDocument, { applicationId }).then((a) => a.confirmEmployer)
      : request(DisputeEmployerDocument, { input: { applicationId, fields, reason } }).then((a) => a.disputeEmployer)
    ).catch(() => null);
    const said = (answer?.problems ?? [{ path: [], message: t('failed') }]).map(({ path, message }) =>
      path.at(-1) === 'reasonText' ? { field: longest.field, message } : { message },
    );
    setRefusals(said);
    if (said.length === 0) {
      forget();
      await refresh();
      toast({ text: t(kind === 'confirm' ? 'confirmedToast' : 'disputedToast', { name }) });
    }
    setBusy(null);
    return said.length === 0;
  };
  const reason = [
    ...wrong.map((fact) => `${fact.label}: ${marks.facts[fact.fieldId]?.right.trim() || t('wrongPlain')}`),
    marks.comment.trim(),
  ]
    .filter(Boolean)
    .join('\n');
  // All of it goes as one text: where that is too long, the longest part is the one to shorten.
  const longest = wrong
    .map(({ fieldId }) => ({ field: `right-${fieldId}`, size: marks.facts[fieldId]?.right.length ?? 0 }))
    .reduce((most, part) => (part.size > most.size ? part : most), { field: 'comment', size: marks.comment.length });
  const unexplained = !marks.comment.trim() && wrong.some((fact) => !marks.facts[fact.fieldId]?.right.trim());

  return (
    <>
      <ErrorSummary title={t('refused')} errors={refusals} />
      <div className="card overflow-hidden">
        <SideBySide
          caption={t('caption', { name })}
          statements={facts.map((fact) => {
            const own = marks.facts[fact.fieldId];
            return {
              id: fact.fieldId,
              fact: fact.label,
              stated: <AnswerValue answer={fact} />,
              differs: own?.verdict === 'no',
              answer: (
                <SegmentedRadio
                  label={t('verdict', { label: fact.label })}
                  name={`verdict-${fact.fieldId}`}
                  value={own?.verdict ?? ''}
                  options={[
                    { value: 'yes', label: t('yes'), tone: 'yes' },
                    { value: 'no', label: t('no'), tone: 'no' },
                  ]}
                  onChange={(event) => mark(fact.fieldId, { verdict: event.target.value === 'yes' ? 'yes' : 'no' })}
                />
              ),
              below:
                own?.verdict === 'no' ? (
                  <TextField
                    small
                    name={`right-${fact.fieldId}`}
                    label={t('right')}
                    hint={t('rightHint')}
                    value={own.right}
                    maxLength={TEXT_LIMITS.reason}
                    onChange={(event) => mark(fact.fieldId, { right: event.target.value })}
                  />
                ) : undefined,
            };
          })}
        />
      </div>
      {wrong.length ? (
        <div className="max-w-[42rem]">
          <TextAreaField
            name="comment"
            label={t('comment')}
            error={refusals.find(({ field }) => field === 'comment')?.message}
            optional={!unexplained}
            rows={2}
            maxLength={TEXT_LIMITS.reason}
            value={marks.comment}
            onChange={(event) => say(event.target.value)}
          />
        </div>
      ) : null}
      <p className="hint">{t('kept')}</p>
      <div className="bottom-bar">
        <div className="wrap">
          <p id="check-state" role="status">
            <b>{t('marked', { done: marked.length, all: facts.length })}</b>
            {wrong.length ? ` · ${t('wrongCount', { count: wrong.length })}` : null}
            {left ? <span className="muted"> · {t('left', { count: left })}</span> : null}
          </p>
          <div className="actions">
            {may.dispute && placeField ? <NotOurs busy={busy === 'dispute'} send={(text) => send('dispute', [placeField], text)} /> : null}
            {may.dispute ? (
              <Button
                busy={busy === 'dispute' && t('sending')}
                closed={wrong.length === 0 || unexplained}
                reasonsId="check-state"
                onClick={() =>
                  send(
                    'dispute',
                    wrong.map((fact) => fact.fieldId),
                    reason,
                  )
                }
              >
                {t('dispute')}
              </Button>
            ) : null}
            {may.confirm ? (
              <Button
                look="primary"
                icon={<Check />}
                busy={busy === 'confirm' && t('sending')}
                closed={left > 0 || wrong.length > 0}
                reasonsId="check-state"
                onClick={() => send('confirm', [], '')}
              >
                {t('confirm')}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
}
