import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { LinkButton } from '@/ui/kit/link-button';
import { PublicHeader } from '@/ui/shell/public-header';

interface FilePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ download?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.file'))('title') };
}

/**
 * A lasting address of a file: opens it for whoever reads it and leads to an address made that moment, since those live for minutes and pages stay
 * open for hours. `?download` saves it under its own name, otherwise the browser shows it where it can.
 */
export default async function FilePage({ params, searchParams }: FilePageProps) {
  const as = (await searchParams).download === undefined ? 'VIEW' : 'DOWNLOAD';
  const { openEvidenceFile } = await query(OpenEvidenceFileDocument, { input: { id: (await params).id, as } });
  if (openEvidenceFile.address) return redirect(openEvidenceFile.address);
  const t = await getTranslations('shell.file');
  return (
    <>
      <PublicHeader />
      <main id="main" className="wrap page">
        <h1>{t('title')}</h1>
        {openEvidenceFile.problems.map(({ code, message }) => (
          <p key={code} className="lead">
            {message}
          </p>
        ))}
        <div className="actions mt-7">
          <LinkButton look="primary" href="/">
            {t('home')}
          </LinkButton>
        </div>
      </main>
    </>
  );
}
