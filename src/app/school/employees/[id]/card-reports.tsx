import { getLocale, getTranslations } from 'next-intl/server';
import type { EmployeePageQuery } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { formatDate } from '@/ui/kit/format';
import { SideBySide } from '@/ui/kit/side-by-side';
import { AnswerReport } from './card-acts';

type Report = NonNullable<EmployeePageQuery['employee']>['reports'][number];

/** What the teacher has told of the card: both values, and the officer's answer where the card is right. A correction answers by itself. */
export async function CardReports({ reports, name, zone }: { reports: readonly Report[]; name: string; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('school.card.report'), getLocale()]);
  return reports.map((report) => (
    <Card key={report.id} id={`report-${report.id}`} title={t('title', { date: formatDate(report.reportedAt, locale, zone) })} pad={false}>
      <SideBySide
        caption={t('caption', { name })}
        heads={{ stated: t('stated'), card: t('card') }}
        statements={report.differences.map(({ fieldId, label, stated, onCard }) => ({
          id: fieldId,
          fact: label,
          stated,
          card: onCard,
          differs: true,
        }))}
      />
      <div className="card-pad grid gap-4">
        <p>{t(report.canAnswer ? 'text' : 'textOther')}</p>
        {report.canAnswer ? (
          <div className="actions no-print">
            <AnswerReport reportId={report.id} />
          </div>
        ) : null}
      </div>
    </Card>
  ));
}
