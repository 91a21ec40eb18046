import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DiscardDraft } from '@/ui/application/discard-draft';
import { ReturnedNotice } from '@/ui/application/returned-notice';
import { TermCard } from '@/ui/application/term-card';
import { UnsavedAnswers } from '@/ui/application/unsaved-answers';
import { Card } from '@/ui/kit/card';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ProgressBar } from '@/ui/kit/progress-bar';
import { TaskList } from '@/ui/kit/task-list';
import { ClientMessages } from '@/ui/shell/client-messages';
import { type LoadedForm, loadForm } from './load-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher.form'))('title') };
}

export default async function FormTasksPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const form = await loadForm(id);
  if (!form.editable) redirect(`/teacher/applications/${id}`);
  const [t, home, locale] = await Promise.all([getTranslations('teacher.form'), getTranslations('teacher'), getLocale()]);
  const base = `/teacher/applications/${id}/form`;
  const done = form.steps.filter((step) => step.state === 'done').length;
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs items={[{ href: '/teacher', label: home('crumb') }, { label: t('crumb') }]} />
      <div className="with-aside mt-4">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead mt-2.5">{t('lead')}</p>
          <ReturnedNotice reason={form.application.reason ?? null} returned={form.back} className="mt-6" />
          <div className="max-w-[38rem] mt-6">
            <ProgressBar
              value={done}
              max={form.steps.length}
              label={t('progress')}
              head={<b>{t('ready', { done, all: form.steps.length })}</b>}
            />
          </div>
          <div className="mt-8">
            <TaskList
              groups={[
                {
                  title: t('answers'),
                  tasks: form.steps.map((step) => ({
                    label: step.label,
                    href: `${base}/${step.id}`,
                    hint: hintOf(form, step.id),
                    state: step.state,
                    count: step.fix,
                  })),
                },
                {
                  title: t('sending'),
                  tasks: [
                    ...(form.application.form.signedOnPaper
                      ? [
                          {
                            label: t('signed.task'),
                            href: `${base}/check#signed`,
                            hint: t('signed.hint'),
                            state: isAttached(form) ? ('done' as const) : ('empty' as const),
                          },
                        ]
                      : []),
                    {
                      label: t(form.sends === 'resubmit' ? 'checkAndResubmit' : 'checkAndSubmit'),
                      href: `${base}/check`,
                      hint: form.missing ? t('checkHint', { count: form.missing }) : (form.problems[0]?.message ?? t('checkReady')),
                      state: form.problems.length ? 'closed' : 'empty',
                    },
                  ],
                },
              ]}
            />
          </div>
        </div>
        <aside className="stack">
          {form.term ? (
            <TermCard
              term={form.term}
              zone={form.zone}
              title={t('submitBy')}
              after={t(`onExpiry.${form.sends ?? 'submit'}`)}
              locale={locale}
            />
          ) : null}
          <Card>
            <ClientMessages namespaces={['teacher']}>
              <UnsavedAnswers applicationId={id} savedAt={form.application.updatedAt} zone={form.zone} />
            </ClientMessages>
            <p className="muted text-m mt-2">{t(form.sends === 'resubmit' ? 'privateReturned' : 'private')}</p>
            {form.application.form.onlyTeacherSends ? <p className="muted text-m mt-2">{t('onlyYou')}</p> : null}
          </Card>
          {form.sends === 'submit' ? (
            <ClientMessages namespaces={['teacher']}>
              <DiscardDraft applicationId={id} />
            </ClientMessages>
          ) : null}
        </aside>
      </div>
    </main>
  );
}

const isAttached = ({ signed }: LoadedForm) => signed?.files.some((file) => file.status === 'STORED') ?? false;

/** The answers of a part in one line, names first; what the part asks when nothing is answered. */
function hintOf({ application, steps }: LoadedForm, stepId: string): string {
  const fields = steps.find((step) => step.id === stepId)?.fields ?? [];
  const given = fields.flatMap((field) => {
    const answer = application.answers.find((a) => a.fieldId === field.id);
    return answer?.value && field.type !== 'checkbox' ? [answer.value] : [];
  });
  return (given.length ? given : fields.map((field) => field.label)).slice(0, 4).join(', ');
}
