'use client';
import { Check, CircleSlash, Search, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { inSentence } from '@/domain/ownWords';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { AppointExpertsDocument, ReplaceExpertDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { CandidateList, type Candidate as Listed } from '@/ui/kit/candidate-list';
import { Dialog } from '@/ui/kit/dialog';
import { TextAreaField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request, SessionEnded } from '@/ui/request';
import { type Candidate, useCandidates } from './use-candidates';

interface ExpertPickerProps {
  applicationId: string;
  /** The expert whose place is taken; without one an expert is added. */
  replaces?: { assignmentId: string; name: string };
  /** Experts the panel is short of: the window stays open until it is full. */
  missing?: number;
  /** The one thing to do on the page. */
  primary?: boolean;
}

/** Chooses an expert for a case: the best first, whoever may not be appointed with the reason beside the name. */
export function ExpertPicker({ applicationId, replaces, missing = 1, primary }: ExpertPickerProps) {
  const t = useTranslations('expert.picker');
  const panel = useTranslations('expert.panel');
  const refresh = useRefresh();
  const toast = useToast();
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  /** Appointed since the window was opened. */
  const [appointed, setAppointed] = useState<readonly string[]>([]);
  const first = useRef<HTMLDivElement>(null);
  const { found, state, search, type, renew, leave, again } = useCandidates(applicationId);
  const candidates = found?.expertCandidates ?? null;
  const focusFirst = () => first.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  useEffect(() => {
    if (opened) first.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [opened]);

  const open = () => {
    setRefusals([]);
    setAppointed([]);
    setReason('');
    setOpened(true);
    renew();
    dialog.current?.showModal();
  };
  const close = () => {
    leave();
    setOpened(false);
  };
  const choose = async (candidate: Candidate) => {
    setBusy(candidate.id);
    try {
      const problems = await appoint(applicationId, candidate.id, replaces && { assignmentId: replaces.assignmentId, reason });
      setRefusals([...new Set(problems.map((p) => p.message))]);
      if (problems.length > 0) return renew();
      const now = [...appointed, candidate.name];
      setAppointed(now);
      const fresh = refresh();
      if (!replaces && now.length < missing) {
        renew();
        return focusFirst();
      }
      await fresh;
      dialog.current?.close();
      toast({ text: t('appointed', { names: now.join(', '), count: now.length }) });
    } catch (error) {
      if (!(error instanceof SessionEnded)) setRefusals([t('appointFailed')]);
    } finally {
      setBusy(null);
    }
  };
  const listed = (candidates ?? []).map((candidate, index): Listed => {
    const best = index === 0 && candidate.open;
    return {
      id: candidate.id,
      name: candidate.name,
      position: [candidate.post, candidate.organisation.name].join(', '),
      best,
      chip: chipOf(candidate, t),
      ...(candidate.open
        ? {
            action: (
              <Button
                size="s"
                look={best ? 'primary' : 'secondary'}
                busy={busy === candidate.id && t('appointing')}
                closed={busy !== null && busy !== candidate.id}
                aria-label={busy === candidate.id ? undefined : t('appointNamed', { name: candidate.name })}
                onClick={() => void choose(candidate)}
              >
                {t('appoint')}
              </Button>
            ),
          }
        : { reason: candidate.problem?.message }),
    };
  });
  return (
    <>
      <Button look={primary ? 'primary' : 'secondary'} size="s" icon={replaces ? null : <UserPlus />} onClick={open}>
        {replaces ? panel('replace') : panel('appoint')}
      </Button>
      <Dialog ref={dialog} wide title={replaces ? t('replaceTitle', { name: replaces.name }) : t('title')} onClose={close}>
        {opened ? (
          <div ref={first} className="contents">
            {replaces ? (
              <TextAreaField
                name="replace-reason"
                label={t('reasonFirst')}
                rows={2}
                maxLength={TEXT_LIMITS.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            ) : null}
            {refusals.length > 0 ? (
              <Notice tone="danger" role="alert">
                {refusals.join(' ')}
              </Notice>
            ) : null}
            <p role="status" className={appointed.length > 0 ? 'muted' : 'vh'}>
              {appointed.length > 0 ? `${t('appointedSoFar', { names: appointed.join(', '), left: missing - appointed.length })} ` : null}
              {state === 'idle' && candidates ? <span className="vh">{t('found', { count: candidates.length })}</span> : null}
            </p>
            <div className="input-box">
              <Search />
              <input
                className="input"
                type="search"
                aria-label={t('search')}
                placeholder={t('search')}
                value={search}
                onChange={(event) => type(event.target.value)}
              />
            </div>
            <div className="-mx-5 border-t border-line" aria-busy={state === 'loading'}>
              {candidates === null && state === 'loading' ? (
                <p className="muted px-3.5 py-6 text-center" role="status">
                  {t('loading')}
                </p>
              ) : null}
              {state === 'failed' ? (
                <div className="p-4">
                  <Notice
                    tone="warn"
                    actions={
                      <Button size="s" onClick={again}>
                        {t('again')}
                      </Button>
                    }
                  >
                    {t('failed')}
                  </Notice>
                </div>
              ) : null}
              {candidates && candidates.length === 0 ? (
                <p className="muted px-3.5 py-6 text-center">{t(search ? 'nobody' : 'nobodyAtAll')}</p>
              ) : null}
              {listed.length > 0 ? <CandidateList candidates={listed} /> : null}
              {found ? (
                <p className="hint px-3.5 py-2.5">
                  {t('scope', { scope: found.expertScope, count: listed.length })}{' '}
                  {found.expertFallback ? t('fallback', { role: inSentence(found.expertFallback) }) : null}
                </p>
              ) : null}
            </div>
          </div>
        ) : null}
      </Dialog>
    </>
  );
}

async function appoint(applicationId: string, expertId: string, replaces?: { assignmentId: string; reason: string }) {
  if (!replaces) return (await request(AppointExpertsDocument, { applicationId, expertIds: [expertId] })).appointExperts.problems;
  return (await request(ReplaceExpertDocument, { input: { ...replaces, expertId } })).replaceExpert.problems;
}

/** The one thing worth saying about a candidate. */
function chipOf(candidate: Candidate, t: ReturnType<typeof useTranslations<'expert.picker'>>): Listed['chip'] {
  if (!candidate.open) return { tone: 'danger', text: t('refused'), icon: <CircleSlash /> };
  const load = t('load', { count: candidate.load });
  if (candidate.matchesPosition) return { tone: 'ok', text: `${t('matches')} · ${load}`, icon: <Check /> };
  if (candidate.sameMunicipality) return { tone: 'calm', text: `${t('sameMunicipality')} · ${load}` };
  return { tone: 'calm', text: load };
}
