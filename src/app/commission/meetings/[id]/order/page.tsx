import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PrintPage } from '@/ui/case/print-page';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { agendaCase, type OrderGroup, orderGroups } from '../agenda';
import { loadMeeting } from '../load-meeting';
import { OrderForm } from './order-form';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commission.order'))('crumb') };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const [{ id }, { category, outcome }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('commission.order'),
    getLocale(),
  ]);
  const { meeting, region } = await loadMeeting(id);
  const group = orderGroups(meeting?.applications.map(agendaCase) ?? []).find((g) => g.categoryId === category && g.outcome === outcome);
  if (!meeting || !group) return notFound();
  const day = formatDate(dayToInstant(meeting.date), locale, 'UTC');
  const act = group.outcome === 'establish' ? 'grant' : 'refuse';
  const open = group.waiting.filter((c) => c.viewerActions.some((a) => a.action === act && a.open));
  return (
    <main id="main" className="wrap-wide page">
      <Breadcrumbs
        items={[
          { href: '/commission/meetings', label: t('meetings') },
          { href: `/commission/meetings/${id}`, label: day },
          { label: t('crumb') },
        ]}
      />
      <div className="page-head mt-1">
        <div className="title-line">
          <h1>{t(`title.${group.outcome}`, { category: group.category })}</h1>
          <Chip tone={group.waiting.length > 0 ? 'ink' : 'ok'}>{t(group.waiting.length > 0 ? 'draft' : 'issued')}</Chip>
        </div>
        <div className="actions no-print">
          <PrintPage label={t('print')} />
        </div>
      </div>
      <div className="with-aside mt-5">
        <Sheet group={group} day={day} commission={region?.commissionLabel ?? ''} />
        <aside className="stack no-print">
          {open.length > 0 ? (
            <ClientMessages namespaces={['operator', 'commission']}>
              <OrderForm
                action={act}
                final={open.every((c) => c.viewerActions.some((a) => a.action === act && a.final))}
                known={group.known}
                cases={open.map((c) => ({ id: c.id, name: c.fullName }))}
                backHref={`/commission/meetings/${id}`}
              />
            </ClientMessages>
          ) : (
            <Card>
              <p>{group.waiting.length > 0 ? t('notYours') : t('allIssued')}</p>
            </Card>
          )}
        </aside>
      </div>
    </main>
  );
}

/** The list that goes with the order, as it is printed. */
async function Sheet({ group, day, commission }: { group: OrderGroup; day: string; commission: string }) {
  const t = await getTranslations('commission.order');
  const locale = await getLocale();
  return (
    <div className="sheet px-5 py-8 sm:px-12 sm:py-10">
      <p className="text-center font-semibold">{commission}</p>
      <p className="mt-6 flex flex-wrap justify-between gap-x-6">
        <span>{group.known ? formatDate(dayToInstant(group.known.date), locale, 'UTC', '1970-01-01') : t('noDate')}</span>
        <span>{group.known ? t('number', { number: group.known.number }) : t('noNumber')}</span>
      </p>
      <p className="mt-6 font-semibold">{t(`about.${group.outcome}`, { category: group.category })}</p>
      <p className="mt-4">{t(`text.${group.outcome}`, { category: group.category, day })}</p>
      <table className="mt-4 w-full border-collapse text-s [&_td]:border [&_td]:border-line-strong [&_td]:p-2 [&_td]:align-top [&_th]:border [&_th]:border-line-strong [&_th]:p-2 [&_th]:text-left">
        <caption className="vh">{t('list')}</caption>
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t('name')}</th>
            <th scope="col" className="max-sm:hidden">
              {t('position')}
            </th>
            <th scope="col" className="max-sm:hidden">
              {t('organisation')}
            </th>
          </tr>
        </thead>
        <tbody>
          {group.cases.map((c, index) => (
            <tr key={c.id}>
              <td>{index + 1}</td>
              <td>
                {c.fullName}
                <span className="sm:hidden block text-text-2 mt-1">
                  {[c.position?.label, c.organisation?.name].filter(Boolean).join(', ')}
                </span>
              </td>
              <td className="max-sm:hidden">{c.position?.label}</td>
              <td className="max-sm:hidden">{c.organisation?.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
