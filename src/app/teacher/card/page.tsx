import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { EmployeeCard_EmployeeFragmentDoc, TeacherCardsDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { CardSections } from '@/ui/employee/card-sections';
import { Chip, type Tone } from '@/ui/kit/chip';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.ownCard'))('title') };
}

/** The teacher's own card, to be read: the school fills it in and mends it. */
export default async function TeacherCardPage() {
  const [{ ownCards, region }, t, locale] = await Promise.all([
    query(TeacherCardsDocument, {}),
    getTranslations('school.ownCard'),
    getLocale(),
  ]);
  const zone = region?.timezone ?? 'UTC';
  return (
    <main id="main" className="wrap page">
      <h1>{t('title')}</h1>
      {ownCards.length === 0 ? (
        <div className="card mt-6">
          <EmptyState icon={<FileText />} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        </div>
      ) : null}
      {readFragment(EmployeeCard_EmployeeFragmentDoc, ownCards).map((employee) => (
        <section key={employee.id} className="mt-6" aria-label={employee.organisation.name}>
          <div className="title-line">
            <h2>{employee.organisation.name}</h2>
            <Chip tone={employee.card.statusTone as Tone}>{employee.card.statusLabel}</Chip>
          </div>
          <p className="muted mt-1.5">{employee.position?.label}</p>
          <div className="mt-4">
            {employee.card.status === 'CONFIRMED' && employee.card.confirmedAt && !employee.card.checkedAt ? (
              <Notice tone="wait" title={t('notChecked')}>
                {t('notCheckedText')}
              </Notice>
            ) : employee.card.status === 'CONFIRMED' && employee.card.confirmedAt ? (
              <Notice tone="ok" title={t('confirmed', { date: formatDate(employee.card.confirmedAt, locale, zone) })}>
                {t('confirmedText')}
              </Notice>
            ) : (
              <Notice tone="wait" title={t('notConfirmed')}>
                {t('notConfirmedText')}
              </Notice>
            )}
          </div>
          <div className="mt-5">
            <CardSections employee={employee} />
          </div>
        </section>
      ))}
    </main>
  );
}
