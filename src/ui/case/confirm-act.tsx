'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  AcceptApplicationDocument,
  HandOverConclusionDocument,
  OpenReviewDocument,
  OpenSessionDocument,
  RegisterApplicationDocument,
  SeekSessionDocument,
  SendToReviewDocument,
} from '@/gql/graphql';
import { request } from '@/ui/request';
import { ActDialog, type Refusal } from './act-dialog';
import type { ActProps } from './plain-acts';

/** Acts that need nothing but a word of consent. */
const ACTS = {
  register: async (id: string) => (await request(RegisterApplicationDocument, { id })).registerApplication.problems,
  accept: async (id: string) => (await request(AcceptApplicationDocument, { id })).acceptApplication.problems,
  seek_session: async (id: string) => (await request(SeekSessionDocument, { id })).seekSession.problems,
  send_to_review: async (id: string) => (await request(SendToReviewDocument, { id })).sendToReview.problems,
  open_review: async (id: string) => (await request(OpenReviewDocument, { id })).openReview.problems,
  hand_over: async (id: string) => (await request(HandOverConclusionDocument, { id })).handOverConclusion.problems,
  open_session: async (id: string) => (await request(OpenSessionDocument, { id })).openSession.problems,
} satisfies Record<string, (id: string) => Promise<readonly Refusal[]>>;

interface ConfirmActProps extends ActProps {
  act: keyof typeof ACTS;
  /** Questions that leave with the act itself. */
  requests?: readonly string[] | undefined;
}

/** An act that asks once and is done. */
export function ConfirmAct({ applicationId, name, closed, reasonsId, size, act, requests = [] }: ConfirmActProps) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t(`${act}.label`)}
      look="primary"
      size={size}
      icon={<Check />}
      closed={closed}
      reasonsId={reasonsId}
      title={t(`${act}.title`)}
      confirm={t(`${act}.confirm`)}
      busy={t('writing')}
      cancel={t('notNow')}
      done={t(`${act}.done`, { name })}
      act={() => ACTS[act](applicationId)}
    >
      {() => (
        <>
          <p className="muted">{t(`${act}.text`, { name })}</p>
          {requests.length > 0 ? (
            <div>
              <p>{t('requestsLeave')}</p>
              <ul className="list-disc pl-5">
                {requests.map((request) => (
                  <li key={request}>{request}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      )}
    </ActDialog>
  );
}
