import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type FragmentType, readFragment } from '@/gql';
import { Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { sentence, termWords } from '@/ui/application/term';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { MoveCard, OtherMove } from '@/ui/kit/move-card';

interface Move {
  yours: boolean;
  action: string;
  roleLabel: string;
  deadline?: FragmentType<typeof Term_DeadlineFragmentDoc> | null;
}

/** Whose move it is: the viewer's own as the one bookmark with its buttons, what else he may do in plain cards, then those of others. */
export function CaseMoves({ moves, zone, actions }: { moves: readonly Move[]; zone: string; actions: (action: string) => ReactNode }) {
  const t = useTranslations('operator.move');
  const locale = useLocale();
  const bookmark = moves.findIndex((move) => move.yours);
  return (
    <div className="stack">
      {moves.map((move, index) => {
        const term = readFragment(Term_DeadlineFragmentDoc, move.deadline ?? null);
        const words = term ? termWords(term, locale, zone) : null;
        const title = t.has(move.action as 'admit') ? t(move.action as 'admit') : t('other');
        const until = words ? t('until', { until: words.until }) : null;
        if (move.yours && index !== bookmark)
          return (
            <Card key={move.action} title={title}>
              {until && words ? (
                <p className="muted">
                  {until} {sentence(words.left)}.
                </p>
              ) : null}
              <div className="actions mt-3">{actions(move.action)}</div>
            </Card>
          );
        return move.yours ? (
          <MoveCard key={move.action} id={`move-${move.action}`} title={title} actions={actions(move.action)}>
            {until && words ? (
              <p>
                {until} {sentence(words.left)}.
              </p>
            ) : null}
          </MoveCard>
        ) : (
          <OtherMove
            key={move.action}
            who={t(index === 0 ? 'who' : 'also', { role: move.roleLabel })}
            title={title}
            aside={words ? <Chip tone={words.tone === 'calm' ? 'wait' : words.tone}>{words.left}</Chip> : undefined}
          >
            {until}
          </OtherMove>
        );
      })}
    </div>
  );
}
