'use client';
import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { hasQuorum } from '@/domain/decision';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { HoldMeetingDocument } from '@/gql/graphql';
import { ActDialog, type FieldOf } from '@/ui/case/act-dialog';
import { NumberField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';

export interface QuorumRule {
  need: number;
  of: number;
  minMembers: number;
}

interface HoldMeetingProps {
  id: string;
  quorum: QuorumRule;
  closed: boolean;
  reasonsId: string;
}

/** Records that the meeting was held; whether there is a quorum is said while one types. */
export function HoldMeeting({ id, quorum, closed, reasonsId }: HoldMeetingProps) {
  const t = useTranslations('commission.hold');
  const whole = (form: FormData, field: string) => {
    const text = form.get(field)?.toString().trim() ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      size="s"
      icon={<CalendarCheck />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done')}
      fields={['members', 'present']}
      act={async (form) => {
        const members = whole(form, 'members');
        const present = whole(form, 'present');
        if (members === null || present === null)
          return Object.entries({ members, present })
            .filter(([, count]) => count === null)
            .map(([field]) => ({ code: 'NUMBER_INVALID', path: [field], message: t('whole') }));
        return (await request(HoldMeetingDocument, { input: { id, members, present } })).holdMeeting.problems;
      }}
    >
      {(field) => <Attendance field={field} quorum={quorum} />}
    </ActDialog>
  );
}

function Attendance({ field, quorum }: { field: FieldOf; quorum: QuorumRule }) {
  const t = useTranslations('commission.hold');
  const [members, setMembers] = useState('');
  const [present, setPresent] = useState('');
  const counts = { members: Number(members), present: Number(present) };
  const known = /^\d+$/.test(members) && /^\d+$/.test(present);
  const wanted = Math.ceil((counts.members * quorum.need) / quorum.of);
  const enough = known && hasQuorum({ decision: { quorum: { ...quorum } } }, counts);
  return (
    <>
      <p className="muted">{t('text')}</p>
      <div className="grid gap-4 grid-cols-2">
        <NumberField
          {...field('members')}
          label={t('members')}
          hint={t('atLeast', { count: quorum.minMembers })}
          value={members}
          maxLength={TEXT_LIMITS.count}
          autoComplete="off"
          onChange={(event) => setMembers(event.target.value.trim())}
        />
        <NumberField
          {...field('present')}
          label={t('present')}
          hint={t('rule', { need: quorum.need, of: quorum.of })}
          value={present}
          maxLength={TEXT_LIMITS.count}
          autoComplete="off"
          onChange={(event) => setPresent(event.target.value.trim())}
        />
      </div>
      <div role="status">
        {known ? (
          <Notice tone={enough ? 'ok' : 'danger'} title={t(enough ? 'enough' : 'few')}>
            {counts.members < quorum.minMembers
              ? t('small', { count: quorum.minMembers })
              : counts.present > counts.members
                ? t('many')
                : t('wanted', { wanted })}
          </Notice>
        ) : null}
      </div>
    </>
  );
}
