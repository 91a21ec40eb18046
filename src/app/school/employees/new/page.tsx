import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewEmployeeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { schoolRule } from '../../rule';
import { EmployeeForm } from './employee-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.newEmployee'))('title') };
}

export default async function NewEmployeePage() {
  const { keepsCards, role } = await schoolRule();
  if (!keepsCards || role !== 'SCHOOL_HR') return notFound();
  const [{ region }, t, list] = await Promise.all([
    query(NewEmployeeDocument, {}),
    getTranslations('school.newEmployee'),
    getTranslations('school.employees'),
  ]);
  return (
    <main id="main" className="wrap page">
      <div className="no-print">
        <Breadcrumbs items={[{ href: '/school/employees', label: list('title') }, { label: t('title') }]} />
        <h1 className="mt-2">{t('title')}</h1>
        <p className="muted mt-1.5 max-w-[44rem]">{t('text')}</p>
      </div>
      <div className="mt-6">
        <ClientMessages namespaces={['school']}>
          <EmployeeForm positions={region?.employer.positions ?? []} />
        </ClientMessages>
      </div>
    </main>
  );
}
