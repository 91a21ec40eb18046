import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ProcedurePageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatMoment } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { Breadcrumbs, Tabs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { VersionState } from '../version-state';
import { DiagramPart } from './diagram-part';
import { FormsPart } from './forms-part';
import { LettersPart } from './letters-part';
import { MovesPart } from './moves-part';
import { PagesPart } from './pages-part';
import { StartPractice } from './start-practice';
import { TermsPart } from './terms-part';

const PARTS = ['diagram', 'moves', 'terms', 'forms', 'letters', 'pages'] as const;
interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ part?: string; form?: string }>;
}

const load = cache((id: string) => query(ProcedurePageDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { procedure } = await load((await params).id);
  return { title: procedure ? `${procedure.regionLabel}, ${procedure.version}` : '' };
}

/** One version of a procedure: drawn, and in words part by part. */
export default async function ProcedurePage({ params, searchParams }: Props) {
  const [{ id }, { part: wanted, form }, t, locale] = await Promise.all([params, searchParams, getTranslations('procedure'), getLocale()]);
  const { procedure, region } = await load(id);
  if (!procedure) return notFound();
  const part = PARTS.find((name) => name === wanted) ?? 'diagram';
  const zone = region?.timezone ?? 'UTC';
  const { regionLabel, version, practiceCases, practiceCaseCount } = procedure;
  return (
    <main id="main" className="wrap-wide page">
      <Breadcrumbs items={[{ href: '/admin/procedures', label: t('nav') }, { label: `${regionLabel}, ${version}` }]} />
      <div className="page-head mt-1">
        <div>
          <div className="title-line">
            <h1>{regionLabel}</h1>
            <VersionState status={procedure.status} current={procedure.current} />
          </div>
          <p className="muted mt-1">
            {[
              t('head.version', { version }),
              t('head.loaded', { at: formatMoment(procedure.loadedAt, locale, zone) }),
              ...(procedure.own ? [t('head.cases', { count: procedure.cases })] : []),
            ].join(' · ')}
          </p>
          <p className="hint break-all">{t('head.checksum', { sum: procedure.checksum })}</p>
        </div>
        {procedure.own ? (
          <ClientMessages namespaces={['procedure']}>
            <StartPractice id={id} />
          </ClientMessages>
        ) : null}
      </div>
      {procedure.example ? (
        <div className="mt-4">
          <Notice tone="warn" title={t('example')}>
            {t('exampleWhy')}
          </Notice>
        </div>
      ) : null}
      <div className="mt-5">
        <Tabs
          label={t('tabs.label')}
          items={PARTS.map((name) => ({
            href: `/admin/procedures/${id}${name === 'diagram' ? '' : `?part=${name}`}`,
            label: t(`tabs.${name}`),
            current: name === part,
          }))}
        />
      </div>
      <div className="stack mt-5">
        {part === 'diagram' ? <DiagramPart id={id} /> : null}
        {part === 'moves' ? <MovesPart id={id} /> : null}
        {part === 'terms' ? <TermsPart id={id} /> : null}
        {part === 'forms' ? <FormsPart id={id} form={form} /> : null}
        {part === 'letters' ? <LettersPart id={id} /> : null}
        {part === 'pages' ? <PagesPart id={id} /> : null}
        {practiceCases.length > 0 ? (
          <Card title={t('practice.existing')} id="practice">
            <ul className="grid gap-2">
              {practiceCases.map((application) => (
                <li key={application.id} className="flex flex-wrap items-center gap-3">
                  <Link href={`/admin/applications/${application.id}`}>{application.number ?? t('practice.title')}</Link>
                  <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip>
                </li>
              ))}
            </ul>
            <ShownOf shown={practiceCases.length} total={practiceCaseCount} />
          </Card>
        ) : null}
      </div>
    </main>
  );
}
