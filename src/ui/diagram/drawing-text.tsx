import { useTranslations } from 'next-intl';
import type { Drawing_DiagramFragment } from '@/gql/graphql';

type Move = Drawing_DiagramFragment['edges'][number]['moves'][number];

/** The drawing in words: every status with the ways that lead on from it. */
export function DrawingText({ diagram: { nodes, edges } }: { diagram: Drawing_DiagramFragment }) {
  const t = useTranslations('procedure.diagram');
  const labelOf = (status: string) => nodes.find((node) => node.status === status)?.label ?? status;
  return (
    <details className="text-m">
      <summary className="link-button">{t('list')}</summary>
      <ol className="diagram-text">
        {nodes.map((node) => {
          const ways = edges.filter((edge) => edge.from === node.status);
          const notes = [
            node.kind === 'start' && t('start'),
            node.kind === 'end' && t('end'),
            node.kind === 'aside' && t('aside'),
            node.current ? t('here') : node.visited && t('been'),
          ].filter(Boolean);
          return (
            <li key={node.status} aria-current={node.current ? 'step' : undefined}>
              <b>{node.label}</b>
              {notes.length > 0 ? <span className="muted"> ({notes.join(', ')})</span> : null}
              {ways.length > 0 ? (
                <ul>
                  {ways.flatMap((edge) =>
                    edge.moves.map((move) => (
                      <li key={`${edge.to} ${move.actionLabel} ${move.actorLabel}`}>
                        <MoveText move={move} /> {t('to', { status: labelOf(edge.to) })}
                      </li>
                    )),
                  )}
                </ul>
              ) : (
                <p className="muted">{t('nowhere')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function MoveText({ move }: { move: Move }) {
  const t = useTranslations('procedure.diagram');
  const moves = useTranslations('procedure.moves');
  const conditions = [
    ...move.gates,
    ...(move.onlyWhen ? [moves('onlyWhen', { condition: move.onlyWhen })] : []),
    ...(move.unless ? [moves('unless', { condition: move.unless })] : []),
    ...(move.term ? [t('term', { term: move.term })] : []),
  ];
  return (
    <>
      {move.actorLabel}: {move.actionLabel}
      {conditions.length > 0 ? <span className="muted"> ({t('conditions', { list: conditions.join(', ') })})</span> : null}
    </>
  );
}
