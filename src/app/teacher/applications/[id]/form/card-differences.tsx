import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/ui/kit/card';
import { formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { SideBySide } from '@/ui/kit/side-by-side';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CardDifferenceActs } from './card-difference-acts';
import type { LoadedForm } from './load-form';

/** What the application says otherwise than the school's card, both values side by side, and what became of telling the school. */
export async function CardDifferences({ form: { application, zone } }: { form: LoadedForm }) {
  const [t, locale] = await Promise.all([getTranslations('teacher.cardMatch'), getLocale()]);
  const { cardDifferences: differences, cardReport: report, viewerActions } = application;
  if (differences.length === 0) return null;
  const waiting = report && !report.closedAt;
  return (
    <Card id="card-match" title={t('title')} pad={false}>
      <SideBySide
        caption={t('title')}
        heads={{ stated: t('stated'), card: t('card') }}
        statements={differences.map(({ fieldId, label, stated, onCard }) => ({
          id: fieldId,
          fact: label,
          stated,
          card: onCard,
          differs: true,
        }))}
      />
      <div className="card-pad grid gap-4">
        {waiting ? (
          <Notice tone="wait" title={t('reported', { date: formatDate(report.reportedAt, locale, zone) })}>
            {t('reportedText')}
          </Notice>
        ) : report?.answer ? (
          <Notice tone="info" title={t('answered', { date: formatDate(report.closedAt ?? report.reportedAt, locale, zone) })}>
            «{report.answer}»
          </Notice>
        ) : (
          <p>{t('text')}</p>
        )}
        <ClientMessages namespaces={['teacher']}>
          <CardDifferenceActs
            applicationId={application.id}
            canReport={viewerActions.some(({ action, open }) => action === 'report_card' && open)}
          />
        </ClientMessages>
      </div>
    </Card>
  );
}
