import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { DisputeDocument, EmployerAnswer_ConfirmationFragmentDoc, PlacesDocument, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { query } from '@/server/api';
import { sentence, termWords } from '@/ui/application/term';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { loadForm } from '../form/load-form';
import { DisputeForm } from './dispute-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher.dispute'))('title') };
}

/** What the school did not confirm: the marked answers to be corrected, or a word to the school, and then it is asked again. */
export default async function DisputePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ application }, loaded, t, home, locale] = await Promise.all([
    query(DisputeDocument, { id }),
    loadForm(id),
    getTranslations('teacher.dispute'),
    getTranslations('teacher'),
    getLocale(),
  ]);
  if (!application) return notFound();
  const back = `/teacher/applications/${id}`;
  const answer = application.employerConfirmation;
  if (!answer || !application.viewerActions.some(({ action }) => action === 'answer_dispute')) redirect(back);
  const { form } = loaded.application;
  const place = form.fields.find((field) => field.type === 'organisation' && answer.correctable.includes(field.id));
  // The organisation is found through its municipality.
  const fields = form.fields.filter((field) => answer.correctable.includes(field.id) || field.id === place?.dependsOn);
  const municipalityId = loaded.values[place?.dependsOn ?? ''] ?? '';
  const places = place ? await query(PlacesDocument, { municipalityId: municipalityId || id, chosen: Boolean(municipalityId) }) : null;
  const labelled = (rows: readonly { id: string; label: string }[]) => rows.map((row) => ({ value: row.id, label: row.label }));
  const { reason } = readFragment(EmployerAnswer_ConfirmationFragmentDoc, answer);
  const awaited = application.whoseMove.find(({ action }) => action === 'answer_dispute');
  const term = readFragment(Term_DeadlineFragmentDoc, awaited?.deadline);
  const words = term ? termWords(term, locale, loaded.zone) : null;
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs
        items={[
          { href: `/teacher?application=${id}`, label: home('crumb') },
          { href: back, label: home('form.crumb') },
          { label: t('title') },
        ]}
      />
      <div className="max-w-[42rem] grid gap-6 mt-4">
        <h1>{t('title')}</h1>
        <Notice tone="warn" title={t('said')}>
          {reason ? <p className="whitespace-pre-line wrap-anywhere">«{reason}»</p> : null}
        </Notice>
        <p className="lead">{t('lead')}</p>
        {words ? (
          <p>
            {home.rich('move.answer_dispute.until', {
              until: words.until,
              left: sentence(words.left),
              b: (chunks) => <b>{chunks}</b>,
            })}
          </p>
        ) : null}
        <ClientMessages namespaces={['teacher']}>
          <DisputeForm
            applicationId={id}
            fields={fields}
            values={loaded.values}
            municipalityField={place?.dependsOn ?? null}
            options={{
              municipality: (places?.municipalities ?? []).map((m) => ({ value: m.id, label: m.name })),
              organisation: (places?.organisations ?? []).map((o) => ({ value: o.id, label: o.name })),
              position: labelled(form.positions),
              held_category: labelled(form.categories.filter((c) => c.offered)),
            }}
            doneHref={`/teacher?application=${id}`}
          />
        </ClientMessages>
      </div>
    </main>
  );
}
