import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { Facts } from '@/ui/kit/facts';
import { formatDate, formatTime } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import type { TeacherCase } from './case-moves';
import { PortfolioProgress } from './portfolio-progress';

/** The portfolio on the start page: when it was created, its status, the way in. */
export function PortfolioCard({ application, zone }: { application: TeacherCase; zone: string }) {
  const t = useTranslations('teacher.home.portfolio');
  const locale = useLocale();
  const { portfolio } = application;
  if (!portfolio) return null;
  // The bookmark shows the same bar when sending the portfolio is the move.
  const shownAbove = application.whoseMove.some((move) => move.yours && move.action === 'submit_portfolio');
  const begun = portfolio.sections.some((section) => section.filled > 0);
  return (
    <Card title={portfolio.title} id="portfolio">
      <div className="grid gap-5">
        <Facts
          items={[
            { term: t('created'), value: formatDate(portfolio.createdAt, locale, zone) },
            { term: t('status'), value: <Chip tone={portfolio.statusTone as Tone}>{portfolio.statusLabel}</Chip> },
            ...(portfolio.sentAt
              ? [
                  {
                    term: t(portfolio.handedIn ? 'sent' : 'closedOn'),
                    value: `${formatDate(portfolio.sentAt, locale, zone)}, ${formatTime(portfolio.sentAt, locale, zone)}`,
                  },
                ]
              : []),
          ]}
        />
        {portfolio.editable && !shownAbove ? <PortfolioProgress portfolio={portfolio} /> : null}
        <div className="actions">
          <LinkButton href={`/teacher/portfolio/${application.id}`} block>
            {t(portfolio.editable ? (begun ? 'edit' : portfolio.handedIn ? 'create' : 'fill') : portfolio.handedIn ? 'open' : 'read')}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
