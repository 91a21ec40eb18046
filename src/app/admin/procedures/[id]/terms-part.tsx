import { getTranslations } from 'next-intl/server';
import { ProcedureTermsDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { DataTable } from '@/ui/kit/data-table';
import { SourceMark } from '../source-mark';
import { termLength } from '../term-length';

/** The terms of a procedure, its numbers and its choices. */
export async function TermsPart({ id }: { id: string }) {
  const [{ procedure }, t, moves] = await Promise.all([
    query(ProcedureTermsDocument, { id }),
    getTranslations('procedure.terms'),
    getTranslations('procedure.moves'),
  ]);
  if (!procedure) return null;
  return (
    <>
      <Card title={t('caption')} id="terms" pad={false}>
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={procedure.terms}
          rowKey={(term) => term.id}
          columns={[
            { key: 'term', head: t('term'), lead: true, cell: (term) => term.label },
            { key: 'from', head: t('from'), cell: (term) => term.from },
            { key: 'amount', head: t('amount'), cell: (term) => termLength(t, term) },
            {
              key: 'warn',
              head: t('warn'),
              cell: (term) => (term.warnBefore.length > 0 ? t('before', { days: term.warnBefore.join(', ') }) : t('never')),
            },
            { key: 'expiry', head: t('expiry'), cell: (term) => term.onExpiry },
            { key: 'source', head: moves('source'), cell: (term) => <SourceMark source={term.source} /> },
          ]}
        />
      </Card>
      <Card title={t('rules')} id="rules" pad={false}>
        <DataTable
          caption={t('rules')}
          captionHidden
          rows={procedure.rules}
          rowKey={(rule) => rule.key}
          columns={[
            { key: 'rule', head: t('rule'), lead: true, cell: (rule) => rule.label },
            { key: 'value', head: t('value'), cell: (rule) => rule.value },
            { key: 'source', head: moves('source'), cell: (rule) => <SourceMark source={rule.source} /> },
          ]}
        />
      </Card>
    </>
  );
}
