import { getTranslations } from 'next-intl/server';
import { ProcedureMovesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { DataTable } from '@/ui/kit/data-table';
import { SourceMark } from '../source-mark';

/** Who moves a case where, what the statuses are called, which roles there are. */
export async function MovesPart({ id }: { id: string }) {
  const [{ procedure }, t, diagram] = await Promise.all([
    query(ProcedureMovesDocument, { id }),
    getTranslations('procedure.moves'),
    getTranslations('procedure.diagram'),
  ]);
  if (!procedure) return null;
  const gates = ({ move }: (typeof procedure.transitions)[number]) => [
    ...move.gates,
    ...(move.onlyWhen ? [t('onlyWhen', { condition: move.onlyWhen })] : []),
    ...(move.unless ? [t('unless', { condition: move.unless })] : []),
    ...(move.term ? [diagram('term', { term: move.term })] : []),
  ];
  return (
    <>
      <Card title={t('caption')} id="transitions" pad={false}>
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={procedure.transitions}
          rowKey={(way) =>
            `${way.fromLabel} ${way.toLabel} ${way.move.action} ${way.move.actor} ${way.move.onlyWhen} ${way.move.gates.join()}`
          }
          columns={[
            { key: 'from', head: t('from'), lead: true, cell: (way) => way.fromLabel },
            { key: 'act', head: t('act'), cell: (way) => way.move.actionLabel },
            { key: 'actor', head: t('actor'), cell: (way) => way.move.actorLabel },
            { key: 'to', head: t('to'), cell: (way) => way.toLabel },
            { key: 'gates', head: t('gates'), cell: (way) => gates(way).join('; ') || <span className="muted">{t('always')}</span> },
          ]}
        />
      </Card>
      <Card title={t('statuses')} id="statuses" pad={false}>
        <DataTable
          caption={t('statuses')}
          captionHidden
          rows={procedure.statuses}
          rowKey={(row) => row.status}
          columns={[
            { key: 'status', head: t('status'), lead: true, cell: (row) => <Chip tone={row.tone as Tone}>{row.label}</Chip> },
            { key: 'code', head: t('code'), cell: (row) => <code>{row.status}</code> },
            {
              key: 'may',
              head: t('teacherMay'),
              cell: (row) => row.teacherMay.join(', ') || <span className="muted">{t('nothing')}</span>,
            },
            { key: 'other', head: t('otherWords'), cell: (row) => row.otherLabels.join('; ') || '—' },
            { key: 'source', head: t('source'), cell: (row) => <SourceMark source={row.source} /> },
          ]}
        />
      </Card>
      <Card title={t('roles')} id="roles" pad={false}>
        <DataTable
          caption={t('roles')}
          captionHidden
          rows={procedure.roles}
          rowKey={(row) => row.role}
          columns={[
            { key: 'role', head: t('role'), lead: true, cell: (row) => row.label },
            { key: 'code', head: t('code'), cell: (row) => <code>{row.role}</code> },
            { key: 'access', head: t('access'), cell: (row) => row.access ?? '—' },
            { key: 'source', head: t('source'), cell: (row) => <SourceMark source={row.source} /> },
          ]}
        />
      </Card>
    </>
  );
}
