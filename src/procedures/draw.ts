import { type Diagram, diagramOf } from '@/domain/diagram';
import type { Procedure } from '@/domain/procedure/shape';
import { procedureWords } from '@/messages/procedureWords';
import { wayWords } from './wayWords';

/** docs/procedures/<region>.md: the course of a case as a Mermaid state diagram, and its statuses in the region's words. */
export function drawProcedure(procedure: Procedure): string {
  const diagram = diagramOf(procedure, 'en');
  return [
    `# ${procedure.region.label.en}, ${procedure.version}`,
    '',
    `Drawn by \`npm run procedures:check -- --draw\` from \`procedures/${procedure.id}/${procedure.version}/procedure.yaml\`; do not edit.${
      procedure.example ? ' An example, not an official document.' : ''
    }`,
    '',
    '```mermaid',
    ...mermaid(procedure, diagram),
    '```',
    '',
    '| Status | In the region’s words | Ways on |',
    '|---|---|---|',
    ...procedure.statuses.application.map(({ status, label }) => `| ${status} | ${cell(label.ru)} | ${cell(waysOn(procedure, status))} |`),
    '',
  ].join('\n');
}

function mermaid(procedure: Procedure, { nodes, edges }: Diagram): string[] {
  return [
    'stateDiagram-v2',
    ...nodes.map((node) => `  state "${quoted(node.label)}" as ${node.status}`),
    ...nodes.filter((node) => node.kind === 'start').map((node) => `  [*] --> ${node.status}`),
    ...edges.map(({ from, to, ways }) => {
      const said = new Set(ways.map((way) => wayWords(procedure, way, 'en')).map((w) => `${w.actionLabel} (${w.actorLabel})`));
      return `  ${from} --> ${to} : ${quoted([...said].join(', '))}`;
    }),
    ...nodes.filter((node) => node.kind === 'end').map((node) => `  ${node.status} --> [*]`),
  ];
}

function waysOn(procedure: Procedure, status: string): string {
  const t = procedureWords('en');
  const ways = procedure.transitions.filter((way) => way.from === status);
  return ways
    .map((way) => {
      const { actionLabel, actorLabel, gates, onlyWhen, unless, term } = wayWords(procedure, way, 'en');
      const held = [
        ...gates,
        ...(onlyWhen ? [t('moves.onlyWhen', { condition: onlyWhen })] : []),
        ...(unless ? [t('moves.unless', { condition: unless })] : []),
        ...(term ? [t('diagram.term', { term })] : []),
      ];
      return `${actorLabel}: ${actionLabel} → ${way.to}${held.length > 0 ? ` (${held.join('; ')})` : ''}`;
    })
    .join('<br>');
}

/** Mermaid ends a label at a quote, a colon or a semicolon. */
const quoted = (text: string) => text.replaceAll('"', '”').replaceAll(';', ',').replaceAll(':', ' –');
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ') || '—';
