import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PlacesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { FormStep } from '@/ui/application/form-step';
import { isFileField } from '@/ui/application/form-view';
import { ReturnedNotice } from '@/ui/application/returned-notice';
import { EvidenceUpload } from '@/ui/evidence/evidence-upload';
import { ClientMessages } from '@/ui/shell/client-messages';
import { loadForm } from '../load-form';

type Params = Promise<{ id: string; step: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id, step } = await params;
  const { application } = await loadForm(id);
  return { title: application.form.steps.find((s) => s.id === step)?.label ?? '' };
}

export default async function FormStepPage({ params }: { params: Params }) {
  const { id, step: stepId } = await params;
  const loaded = await loadForm(id);
  if (!loaded.editable) redirect(`/teacher/applications/${id}`);
  const { form, reason } = loaded.application;
  const index = form.steps.findIndex((s) => s.id === stepId);
  const step = form.steps[index];
  if (!step) return notFound();
  const fields = form.fields.filter((field) => field.step === stepId);
  const t = await getTranslations('teacher.form');
  const base = `/teacher/applications/${id}/form`;
  const named = <T extends { id: string; name: string }>(rows: readonly T[] = []) =>
    rows.map((row) => ({ value: row.id, label: row.name }));
  const labelled = <T extends { id: string; label: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ value: row.id, label: row.label }));
  const municipality = loaded.values[fields.find((field) => field.type === 'municipality')?.id ?? ''] ?? '';
  const places = fields.some((field) => field.type === 'municipality' || field.type === 'organisation')
    ? await query(PlacesDocument, { municipalityId: municipality || id, chosen: Boolean(municipality) })
    : null;
  const next = form.steps[index + 1];
  return (
    <main id="main" className="wrap page">
      <ClientMessages namespaces={['teacher', 'portfolio']}>
        <FormStep
          key={stepId}
          applicationId={id}
          heading={
            <>
              <div>
                <p className="muted text-m font-semibold">{t('stepNo', { no: index + 1, all: form.steps.length })}</p>
                <h1 className="mt-1">{step.label}</h1>
              </div>
              <ReturnedNotice reason={reason ?? null} returned={loaded.back} />
            </>
          }
          fields={fields}
          values={loaded.values}
          options={{
            municipality: named(places?.municipalities),
            organisation: named(places?.organisations),
            position: labelled(form.positions),
            category: labelled(form.categories.filter((c) => c.offered)),
            held_category: labelled(form.categories.filter((c) => c.offered)),
          }}
          cardAnswers={loaded.cardAnswers}
          known={loaded.known}
          fileCounts={loaded.fileCounts}
          slots={Object.fromEntries(
            fields
              .filter(isFileField)
              .map((field) => [
                field.id,
                <EvidenceUpload
                  key={field.id}
                  applicationId={id}
                  fieldId={field.id}
                  label={field.label}
                  files={loaded.uploads[field.id] ?? []}
                  extensions={field.accept}
                  maxBytes={field.maxBytes}
                  maxFiles={field.maxFiles}
                  zone={loaded.zone}
                />,
              ]),
          )}
          tasksHref={base}
          nextHref={next ? `${base}/${next.id}` : `${base}/check`}
          zone={loaded.zone}
        />
      </ClientMessages>
    </main>
  );
}
