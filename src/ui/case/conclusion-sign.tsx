'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { SignConclusionDocument } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { Button } from '@/ui/kit/button';
import { RadioTiles } from '@/ui/kit/choice';
import { TextAreaField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** The teacher's word under the conclusion: read, and agreed with or not; who does not agree says with what. */
export function ConclusionSign({ applicationId }: { applicationId: string }) {
  const t = useTranslations('acts.conclusion');
  const toast = useToast();
  const [agreed, setAgreed] = useState('');
  const [remarks, setRemarks] = useState('');
  const [unsaid, setUnsaid] = useState(false);
  const { busy, run, refusal } = useAct(t('failed'));
  const sign = () => {
    setUnsaid(!agreed);
    if (!agreed) return;
    void run(
      async () =>
        (await request(SignConclusionDocument, { input: { applicationId, agreed: agreed === 'yes', remarks } })).signConclusion.problems,
      () => toast({ text: t('done') }),
    );
  };
  const other = refusal(undefined, ['remarks']);
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      {other ? (
        <Notice tone="danger" role="alert">
          {other}
        </Notice>
      ) : null}
      <RadioTiles
        name="agreed"
        label={t('question')}
        error={unsaid ? t('unsaid') : undefined}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
        value={agreed}
        onChange={(event) => {
          setAgreed(event.target.value);
          setUnsaid(false);
        }}
      />
      <TextAreaField
        name="remarks"
        label={t('remarks')}
        hint={t('remarksHint')}
        optional={agreed !== 'no'}
        error={refusal('remarks')}
        rows={4}
        maxLength={TEXT_LIMITS.remarks}
        value={remarks}
        onChange={(event) => setRemarks(event.target.value)}
      />
      <div className="actions">
        <Button look="primary" type="submit" busy={busy && t('busy')} block>
          {t('sign')}
        </Button>
      </div>
    </form>
  );
}
