import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Drawing_DiagramFragment } from '@/gql/graphql';
import { classes } from '@/ui/kit/classes';

type Node = Drawing_DiagramFragment['nodes'][number];
type Edge = Drawing_DiagramFragment['edges'][number];

const LINE = { node: 18, edge: 15 };
/** The bookmark above the status in which the case stands: as wide as its words. */
const MARK = { height: 20, character: 7.4, pad: 16 };

/** A procedure as boxes and arrows, at its own size; the box around it scrolls. The same in words stands below it (DrawingText). */
export function Drawing({ diagram, label }: { diagram: Drawing_DiagramFragment; label: string }) {
  const t = useTranslations('procedure.diagram');
  const id = useId();
  const { width, height, nodes, edges } = diagram;
  // What the case has passed lies on top of what it has not.
  const ordered = [...edges].sort((a, b) => Number(a.visited) - Number(b.visited));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="diagram" tabIndex={0} aria-label={label}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <defs>
          {['plain', 'been'].map((kind) => (
            <marker
              key={kind}
              id={`${id}${kind}`}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="8"
              markerHeight="8"
              orient="auto-start-reverse"
            >
              <path d="M0 0 L10 5 L0 10 z" className={`dia-head ${kind}`} />
            </marker>
          ))}
        </defs>
        {ordered.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            d={edge.path}
            className={classes('dia-edge', edge.visited && 'been')}
            markerEnd={`url(#${id}${edge.visited ? 'been' : 'plain'})`}
          />
        ))}
        {edges.map((edge) => (
          <EdgeLabel key={`${edge.from} ${edge.to}`} edge={edge} />
        ))}
        {nodes.map((node) => (
          <Box key={node.status} node={node} here={t('hereMark')} />
        ))}
      </svg>
    </section>
  );
}

function EdgeLabel({ edge: { lines, labelX, labelY, visited } }: { edge: Edge }) {
  return (
    <text className={classes('dia-label', visited && 'been')} textAnchor="middle">
      <Lines lines={lines} x={labelX} y={labelY} step={LINE.edge} />
    </text>
  );
}

function Box({ node, here }: { node: Node; here: string }) {
  const { x, y, width, height, lines, kind, current, visited } = node;
  const middle = y + height / 2 - ((lines.length - 1) * LINE.node) / 2;
  const mark = here.length * MARK.character + MARK.pad;
  return (
    <g className={classes('dia-node', kind, current && 'here', visited && !current && 'been')}>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'start' ? height / 2 : 8} />
      {kind === 'end' ? <rect className="inner" x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx={5} /> : null}
      <text textAnchor="middle">
        <Lines lines={lines} x={x + width / 2} y={middle} step={LINE.node} />
      </text>
      {visited && !current ? <path className="tick" d={`M${x + width - 14} ${y - 1} l4 4 l7 -8`} /> : null}
      {current ? (
        <>
          <rect className="mark" x={x + width / 2 - mark / 2} y={y + height - MARK.height / 2} width={mark} height={MARK.height} rx={4} />
          <text className="mark-text" textAnchor="middle" x={x + width / 2} y={y + height} dominantBaseline="central">
            {here}
          </text>
        </>
      ) : null}
    </g>
  );
}

function Lines({ lines, x, y, step }: { lines: readonly string[]; x: number; y: number; step: number }) {
  const placed = lines.map((line, k) => ({ line, at: y + k * step }));
  return placed.map(({ line, at }) => (
    <tspan key={at} x={x} y={at} dominantBaseline="central">
      {line}
    </tspan>
  ));
}
