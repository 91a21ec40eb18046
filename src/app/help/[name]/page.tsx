import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { STANDS_IN } from '@/domain/helpPages';
import { mayOpen } from '@/domain/segments';
import { HelpPageDocument, HelpPagesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { Breadcrumbs, SideNav } from '@/ui/kit/navigation';
import { HelpText } from '@/ui/public/help-text';

type Params = Promise<{ name: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { procedurePage } = await query(HelpPageDocument, await params);
  return { title: procedurePage?.title ?? '' };
}

/** One page of the procedure's folder. */
export default async function HelpTextPage({ params }: { params: Params }) {
  const { name } = await params;
  const [t, { procedurePage }, { region, viewer }] = await Promise.all([
    getTranslations('public'),
    query(HelpPageDocument, { name }),
    query(HelpPagesDocument, {}),
  ]);
  if (!region) redirect('/');
  if (!procedurePage) return STANDS_IN[name] ? redirect(`/help/${STANDS_IN[name]}`) : notFound();
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs
        items={[{ href: '/', label: region.label }, { href: '/help', label: t('help.title') }, { label: procedurePage.title }]}
      />
      <h1>{procedurePage.title}</h1>
      <div className="with-aside mt-6">
        <article className="prose max-w-[44rem]">
          <HelpText title={procedurePage.title} text={procedurePage.body} opens={(path) => mayOpen(viewer?.role ?? null, path)} />
        </article>
        <aside className="no-print">
          <SideNav
            label={t('help.title')}
            items={region.pages.map((page) => ({ href: `/help/${page.name}`, label: page.title, current: page.name === name }))}
          />
          <p className="mt-5 text-m">
            <Link href="/help">{t('help.all')}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}
