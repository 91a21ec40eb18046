import { getTranslations } from 'next-intl/server';
import { ProcedureFormsDocument, type ProcedureFormsQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { DataTable } from '@/ui/kit/data-table';
import { Segments } from '@/ui/kit/navigation';
import { SourceMark } from '../source-mark';

type Form = NonNullable<NonNullable<ProcedureFormsQuery['procedure']>['form']>;

/** One portfolio form: what the teacher shows and what the expert scores; the forms are chosen by position. */
export async function FormsPart({ id, form: wanted }: { id: string; form: string | undefined }) {
  const t = await getTranslations('procedure.forms');
  const first = await query(ProcedureFormsDocument, { id, form: wanted ?? '' });
  const forms = first.procedure?.forms ?? [];
  const chosen = first.procedure?.form ?? (await query(ProcedureFormsDocument, { id, form: forms[0]?.id ?? '' })).procedure?.form;
  return (
    <>
      <Segments
        label={t('choose')}
        items={forms.map((form) => ({
          href: `/admin/procedures/${id}?part=forms&form=${form.id}`,
          label: form.positions[0]?.label ?? form.title,
          current: form.id === chosen?.id,
        }))}
      />
      {chosen ? <OneForm form={chosen} /> : null}
    </>
  );
}

async function OneForm({ form }: { form: Form }) {
  const [t, moves] = await Promise.all([getTranslations('procedure.forms'), getTranslations('procedure.moves')]);
  const indicators = form.sections.flatMap((section) =>
    section.indicators.map((indicator, k) => ({ ...indicator, section: k === 0 ? `${section.no}. ${section.label}` : null })),
  );
  return (
    <>
      <div>
        <h2>{form.title}</h2>
        <p className="muted">{t('positions', { positions: form.positions.map((position) => position.label).join(', ') })}</p>
      </div>
      <Card title={t('thresholds')} id="thresholds">
        <ul className="grid gap-2">
          {form.thresholds.map((threshold) => (
            <li key={threshold.category} className="flex flex-wrap items-center gap-3">
              {t('threshold', { ...threshold, share: threshold.share ?? 'none' })} <SourceMark source={threshold.source} />
            </li>
          ))}
          <li className="muted">{t('total', { total: form.totalMax })}</li>
        </ul>
      </Card>
      <Card title={t('sections')} id="sections" pad={false}>
        <DataTable
          caption={t('sections')}
          captionHidden
          rows={indicators}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'label',
              head: t('indicator'),
              lead: true,
              cell: (row) => (
                <>
                  {row.section ? <span className="cap block">{row.section}</span> : null}
                  {row.label}
                </>
              ),
            },
            { key: 'input', head: t('input'), cell: (row) => (row.required ? `${row.input}, ${t('required')}` : row.input) },
            { key: 'source', head: moves('source'), cell: (row) => <SourceMark source={row.source} /> },
          ]}
        />
      </Card>
      <Card title={t('criteria')} id="criteria" pad={false}>
        <DataTable
          caption={t('criteria')}
          captionHidden
          rows={form.criteria}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'label',
              head: t('criterion'),
              lead: true,
              cell: (row) => <span className={DEPTH[Math.min(row.depth, 3)]}>{row.group ? <b>{row.label}</b> : row.label}</span>,
            },
            { key: 'max', head: t('max'), num: true, cell: (row) => row.max },
            { key: 'rule', head: t('rule'), cell: (row) => row.rule ?? '—' },
            { key: 'source', head: moves('source'), cell: (row) => <SourceMark source={row.source} /> },
          ]}
        />
      </Card>
    </>
  );
}

const DEPTH = ['', 'ps-4 block', 'ps-8 block', 'ps-12 block'] as const;
