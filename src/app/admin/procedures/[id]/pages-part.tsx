import { getTranslations } from 'next-intl/server';
import { mayOpen } from '@/domain/segments';
import { ProcedurePagesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { HelpText } from '@/ui/public/help-text';

/** The public and help pages that go with the version. */
export async function PagesPart({ id }: { id: string }) {
  const [{ procedure }, t] = await Promise.all([query(ProcedurePagesDocument, { id }), getTranslations('procedure.pages')]);
  const pages = procedure?.pages ?? [];
  return (
    <>
      <p className="lead">{pages.length > 0 ? t('lead') : t('none')}</p>
      {pages.map((page) => (
        <details key={page.name} className="card diagram-card">
          <summary>{page.title}</summary>
          <div className="card-pad prose">
            <HelpText title={page.title} text={page.body} opens={(path) => mayOpen('ADMINISTRATOR', path)} />
          </div>
        </details>
      ))}
    </>
  );
}
