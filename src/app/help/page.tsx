import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HelpPagesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Link } from '@/ui/kit/link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public'))('help.title') };
}

/** Materials and instructions of the region's procedure, for everybody. */
export default async function HelpListPage() {
  const [t, { region }] = await Promise.all([getTranslations('public'), query(HelpPagesDocument, {})]);
  if (!region) redirect('/');
  return (
    <main id="main" className="wrap page">
      <p className="font-semibold text-text-2">{region.label}</p>
      <h1 className="mt-1">{t('help.title')}</h1>
      <p className="lead">{t('help.lead')}</p>
      <div className="mt-8 max-w-[42rem]">
        <Card pad={false}>
          <ul className="rows">
            {region.pages.map((page) => (
              <li key={page.name} className="row">
                <Link href={`/help/${page.name}`}>{page.title}</Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </main>
  );
}
