'use client';
import { Gavel } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { outcomeOf } from '@/domain/decision';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { RecordDecisionDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { NumberField, TextAreaField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { ActDialog, type FieldOf } from './act-dialog';
import type { ActProps } from './plain-acts';

interface VoteActProps extends ActProps {
  /** Members present at the meeting. */
  present: number | null;
  tie: string;
  /** Whether the experts' result reaches the threshold; null without a result. */
  passed: boolean | null;
}

/** Records the vote on a case; the outcome that follows is said while the votes are typed. */
export function VoteAct({ applicationId, name, closed, reasonsId, size, present, tie, passed }: VoteActProps) {
  const t = useTranslations('operator.act.record_decision');
  const count = (form: FormData, field: string) => {
    const text = form.get(field)?.toString().trim() ?? '';
    return text === '' ? 0 : /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      size={size}
      icon={<Gavel />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title', { name })}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['votesFor', 'votesAgainst', 'votesAbstained', 'text']}
      act={async (form) => {
        const [votesFor, votesAgainst, votesAbstained] = VOTES.map((field) => count(form, field));
        const bad = VOTES.filter((field) => count(form, field) === null);
        if (bad.length > 0) return bad.map((field) => ({ code: 'NUMBER_INVALID', path: [field], message: t('whole') }));
        const text = form.get('text')?.toString() ?? '';
        const votes = { votesFor: votesFor ?? 0, votesAgainst: votesAgainst ?? 0, votesAbstained: votesAbstained ?? 0 };
        return (await request(RecordDecisionDocument, { input: { applicationId, ...votes, text } })).recordDecision.problems;
      }}
    >
      {(field) => <VoteFields field={field} present={present} tie={tie} passed={passed} />}
    </ActDialog>
  );
}

const VOTES = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;
type VoteField = (typeof VOTES)[number];

function VoteFields({ field, present, tie, passed }: { field: FieldOf } & Pick<VoteActProps, 'present' | 'tie' | 'passed'>) {
  const t = useTranslations('operator.act.record_decision');
  const [votes, setVotes] = useState<Record<VoteField, string>>({ votesFor: '', votesAgainst: '', votesAbstained: '' });
  const number = (name: VoteField) => (/^\d+$/.test(votes[name]) ? Number(votes[name]) : 0);
  const all = VOTES.reduce((sum, name) => sum + number(name), 0);
  const given = { for: number('votesFor'), against: number('votesAgainst'), abstained: number('votesAbstained') };
  const outcome = all > 0 ? outcomeOf({ decision: { tie: tie === 'refuse' ? 'refuse' : 'establish' } }, given) : null;
  const differs = outcome !== null && passed !== null && passed !== (outcome === 'establish');
  return (
    <>
      <p className="muted">
        {present === null ? null : t('present', { present })} {passed === null ? null : t(passed ? 'passed' : 'notPassed')}
      </p>
      <div className="grid gap-4 grid-cols-2 sm:grid-cols-3">
        {VOTES.map((name) => (
          <NumberField
            key={name}
            {...field(name)}
            label={t(name)}
            value={votes[name]}
            maxLength={TEXT_LIMITS.count}
            autoComplete="off"
            onChange={(event) => setVotes({ ...votes, [name]: event.target.value.trim() })}
          />
        ))}
      </div>
      {present === null ? null : (
        <Button
          size="s"
          className="justify-self-start"
          onClick={() => setVotes({ votesFor: String(present), votesAgainst: '0', votesAbstained: '0' })}
        >
          {t('unanimous', { present })}
        </Button>
      )}
      <div role="status">
        {outcome === null ? (
          <p className="muted">{t('noOutcome')}</p>
        ) : (
          <Notice tone={outcome === 'establish' ? 'ok' : 'danger'} title={t(`outcome.${outcome}`)}>
            {given.for === given.against ? t('tie') : null}{' '}
            {present !== null && all < present ? t('missing', { count: present - all }) : null}
          </Notice>
        )}
      </div>
      <TextAreaField
        {...field('text')}
        label={t('text')}
        optional={!differs}
        hint={differs ? t('differs') : t('textHint')}
        rows={3}
        maxLength={TEXT_LIMITS.reason}
      />
    </>
  );
}
