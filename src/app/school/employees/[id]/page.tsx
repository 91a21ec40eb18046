import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { snilsText } from '@/domain/typed/snils';
import { readFragment } from '@/gql';
import { EmployeeCard_EmployeeFragmentDoc, EmployeePageDocument, type EmployeePageQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { type CardEmployee, CardSections } from '@/ui/employee/card-sections';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatDate, shortName } from '@/ui/kit/format';
import { MoveCard } from '@/ui/kit/move-card';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { schoolRule } from '../../rule';
import { CheckCard, ConfirmCard, EditEmployee, NewCode } from './card-acts';
import { CardReports } from './card-reports';

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { employee } = await query(EmployeePageDocument, { id: (await params).id });
  return { title: employee ? readFragment(EmployeeCard_EmployeeFragmentDoc, employee).fullName : '' };
}

export default async function EmployeePage({ params }: { params: Params }) {
  const { id } = await params;
  const [{ employee, region }, { role }, t, list, locale] = await Promise.all([
    query(EmployeePageDocument, { id }),
    schoolRule(),
    getTranslations('school.card'),
    getTranslations('school.employees'),
    getLocale(),
  ]);
  if (!employee) return notFound();
  const zone = region?.timezone ?? 'UTC';
  const shown = readFragment(EmployeeCard_EmployeeFragmentDoc, employee);
  const { canConfirm, canCheck, problems } = employee.card;
  const { card } = shown;
  const ownGaps = problems.filter((gap) => shown.card.sections.some((section) => section.filledBy === role && isGapOf(section, gap)));
  const person = { id, fullName: shown.fullName };
  const values = {
    lastName: employee.lastName,
    firstName: employee.firstName,
    patronymic: employee.patronymic,
    sex: employee.sex ?? '',
    positionId: shown.position?.id ?? '',
  };
  return (
    <main id="main" className="wrap page">
      <div className="no-print">
        <Breadcrumbs items={[{ href: '/school/employees', label: list('title') }, { label: shortName(shown.fullName) }]} />
      </div>
      <div className="title-line mt-2">
        <h1>{shown.fullName}</h1>
        <Chip tone={card.statusTone as Tone}>{card.statusLabel}</Chip>
      </div>
      <p className="muted mt-1.5">
        {[
          shown.position?.label,
          t('snils', { snils: snilsText(shown.snils) }),
          t(employee.accountOpened ? 'accountOpened' : 'accountNotOpened'),
          card.checkedAt ? t('checkedAt', { date: formatDate(card.checkedAt, locale, zone) }) : t('notChecked'),
        ].join(' · ')}
      </p>
      <ClientMessages namespaces={['school', 'operator']}>
        <div className="stack mt-4">
          {role === 'SCHOOL_HR' ? (
            <div className="actions no-print">
              <EditEmployee
                key={employee.version}
                id={id}
                version={employee.version}
                values={values}
                positions={region?.employer.positions ?? []}
              />
            </div>
          ) : null}
          {role === 'SCHOOL_HR' && !employee.accountOpened ? <NewCode person={person} snils={shown.snils ?? null} /> : null}
          <CardReports reports={employee.reports} name={shown.fullName} zone={zone} />
          {canConfirm ? (
            <MoveCard
              title={t(problems.length ? 'fill' : 'ready')}
              actions={<ConfirmCard person={person} closed={problems.length > 0} reasonsId="missing" />}
            >
              {problems.length ? <Gaps id="missing" problems={problems} /> : <p className="muted">{t('readyText')}</p>}
            </MoveCard>
          ) : null}
          {canCheck ? (
            <MoveCard
              title={t(ownGaps.length ? 'toFill' : 'toCheck')}
              actions={<CheckCard person={person} closed={ownGaps.length > 0} reasonsId="own-gaps" />}
            >
              {ownGaps.length ? <Gaps id="own-gaps" problems={ownGaps} /> : <p className="muted">{t('toCheckText')}</p>}
            </MoveCard>
          ) : null}
          {card.status === 'CONFIRMED' && card.confirmedAt ? (
            problems.length ? (
              <Notice tone="warn" title={t('confirmedWrong')}>
                <Gaps id="wrong" problems={problems} />
              </Notice>
            ) : (
              <Notice tone="ok" title={t('confirmed', { date: formatDate(card.confirmedAt, locale, zone) })}>
                {t(card.checkedAt ? 'confirmedText' : 'confirmedNotChecked')}
              </Notice>
            )
          ) : null}
        </div>
      </ClientMessages>
      <div className="mt-6">
        <CardSections employee={shown} />
      </div>
    </main>
  );
}

type Gap = NonNullable<EmployeePageQuery['employee']>['card']['problems'][number];
type Section = CardEmployee['card']['sections'][number];

/** Whether a part that is missing is this section or one of its fields. */
const isGapOf = (section: Section, { path: [kind, id] }: Gap): boolean =>
  kind === 'section' ? section.id === id : section.indicators.some((indicator) => indicator.id === id);

/** What is missing, each with the way to it. */
const Gaps = ({ id, problems }: { id: string; problems: readonly Gap[] }) => (
  <ul id={id} className="list-disc pl-5 grid gap-1">
    {problems.map(({ message, path }) => (
      <li key={path.join('.')}>{path[0] === 'field' ? message : <a href={`#${path.slice(0, 2).join('-')}`}>{message}</a>}</li>
    ))}
  </ul>
);
