import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparedProcedureDocument, ProcedureChoicesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Button } from '@/ui/kit/button';
import { Card } from '@/ui/kit/card';
import { SelectField } from '@/ui/kit/field';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { PairTable } from './pair-table';
import { type Compared, TABLES, tablesOf } from './tables';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('procedure.compare'))('title') };
}

interface Props {
  searchParams: Promise<{ a?: string; b?: string; only?: string }>;
}
const UUID = /^[0-9a-f-]{36}$/i;
const read = async (id: string | undefined): Promise<Compared | null> =>
  id && UUID.test(id) ? ((await query(ComparedProcedureDocument, { id })).procedure ?? null) : null;

/** Two versions or two regions side by side. The choice lives in the address. */
export default async function ComparePage({ searchParams }: Props) {
  const { a, b, only } = await searchParams;
  const [t, words, choices, left, right] = await Promise.all([
    getTranslations('procedure.compare'),
    getTranslations('procedure'),
    query(ProcedureChoicesDocument, {}),
    read(a),
    read(b),
  ]);
  const options = choices.procedures.map(({ id, regionLabel, version, status }) => ({
    value: id,
    label: [`${regionLabel}, ${version}`, ...(status === 'draft' ? [words('state.draft')] : [])].join(' · '),
  }));
  return (
    <main id="main" className="wrap-wide page">
      <Breadcrumbs items={[{ href: '/admin/procedures', label: words('nav') }, { label: t('title') }]} />
      <h1 className="mt-1">{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <form method="get" action="/admin/procedures/compare" className="card card-pad no-print mt-5 grid gap-4 md:grid-cols-2">
        <SelectField id="a" name="a" label={t('a')} options={options} empty={t('choose')} defaultValue={left?.id ?? ''} />
        <SelectField id="b" name="b" label={t('b')} options={options} empty={t('choose')} defaultValue={right?.id ?? ''} />
        <label className="flex items-center gap-3">
          <input type="checkbox" name="only" value="1" defaultChecked={only === '1'} className="size-5" />
          {t('only')}
        </label>
        <div>
          <Button look="primary" type="submit">
            {t('show')}
          </Button>
        </div>
      </form>
      {left && right ? <Tables left={left} right={right} only={only === '1'} /> : null}
    </main>
  );
}

async function Tables({ left, right, only }: { left: Compared; right: Compared; only: boolean }) {
  const [t, words, tables] = await Promise.all([getTranslations('procedure.compare'), getTranslations('procedure'), tablesOf(left, right)]);
  const heads: [string, string] = [`${left.regionLabel}, ${left.version}`, `${right.regionLabel}, ${right.version}`];
  return (
    <div className="stack mt-5">
      {left.example || right.example ? (
        <Notice tone="warn" title={words('example')}>
          {words('exampleWhy')}
        </Notice>
      ) : null}
      {TABLES.map((name) => {
        const pairs = tables[name];
        return (
          <Card
            key={name}
            id={name}
            title={t(name)}
            aside={<span className="muted">{t('counts', { count: pairs.filter((pair) => pair.differs).length })}</span>}
            pad={false}
          >
            <PairTable
              caption={t(name)}
              heads={heads}
              pairs={only ? pairs.filter((pair) => pair.differs) : pairs}
              code={name === 'statuses' || name === 'roles'}
            />
          </Card>
        );
      })}
    </div>
  );
}
