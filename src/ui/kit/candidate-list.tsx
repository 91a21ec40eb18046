import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip, type Tone } from './chip';
import { classes } from './classes';

export interface Candidate {
  id: string;
  name: string;
  /** Post and school. */
  position: string;
  /** Why this one: the subject matches, the limit is reached, a conflict. */
  chip?: { tone: Tone; text: string; icon?: ReactNode };
  load?: { count: number; limit: number };
  /** Best first and tinted. */
  best?: boolean;
  /** Why the person cannot be chosen; then there is no button. */
  reason?: ReactNode;
  action?: ReactNode;
}

/** People to choose from, the best first; one in conflict has the reason instead of a button. */
export function CandidateList({ candidates, foot }: { candidates: readonly Candidate[]; foot?: ReactNode }) {
  return (
    <>
      <ul className="rows">
        {candidates.map((candidate) => (
          <li key={candidate.id} className={classes('candidate', candidate.best && 'best')}>
            <div>
              <b className={candidate.reason ? 'muted' : undefined}>{candidate.name}</b>
              <span className="sub">{candidate.position}</span>
              <span className="candidate-chips">
                {candidate.chip ? (
                  <Chip tone={candidate.chip.tone} icon={candidate.chip.icon}>
                    {candidate.chip.text}
                  </Chip>
                ) : null}
                {candidate.load ? <Load {...candidate.load} /> : null}
              </span>
              {candidate.reason ? <span className="sub">{candidate.reason}</span> : null}
            </div>
            {candidate.reason ? null : candidate.action}
          </li>
        ))}
      </ul>
      {foot ? <p className="hint px-3.5 py-2.5">{foot}</p> : null}
    </>
  );
}

/** How many cases a person has against the norm: bars and words. */
export function Load({ count, limit }: { count: number; limit: number }) {
  const t = useTranslations('kit');
  const cells = Math.min(12, Math.max(count, limit));
  return (
    <span className={classes('load', count >= limit && 'at-limit')} title={t('loadTitle', { count, limit })}>
      <span aria-hidden="true">
        {Array.from({ length: cells }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal cells of a bar
          <i key={index} className={index >= count ? undefined : index >= limit ? 'over' : 'full'} />
        ))}
      </span>
      {t('load', { count, limit })}
    </span>
  );
}
