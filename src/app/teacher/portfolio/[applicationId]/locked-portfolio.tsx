import { useLocale, useTranslations } from 'next-intl';
import { isIn, PORTFOLIO_UNCHECKED } from '@/domain/case/groups';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { Facts } from '@/ui/kit/facts';
import { formatDate, formatTime } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { countsOf, type Portfolio } from './load-portfolio';
import { PortfolioSection } from './portfolio-section';
import { SectionNav } from './section-nav';

interface LockedPortfolioProps {
  portfolio: Portfolio;
  /** The application's status in the region's words. */
  applicationLabel: string;
  zone: string;
}

/** The portfolio to be read: after sending with its stamp, or while the case lets nobody edit. */
export function LockedPortfolio({ portfolio, applicationLabel, zone }: LockedPortfolioProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const counts = countsOf(portfolio);
  const moment = (at: string) => `${formatDate(at, locale, zone)}, ${formatTime(at, locale, zone)}`;
  const sentAt = portfolio.sentAt ? moment(portfolio.sentAt) : null;
  // Where it goes along with the case nobody handed it in: it was closed.
  const handedIn = portfolio.handedIn ? sentAt : null;
  const links = portfolio.sections.map((section) => ({
    id: section.id,
    no: section.no,
    label: section.label,
    note: t('page.filled', { filled: section.filled, total: section.total }),
    left: null,
    refused: null,
  }));
  return (
    <div className="@container">
      <div className="mt-4">
        {portfolio.teacherMayEdit ? (
          <Notice tone={handedIn ? 'ok' : 'info'} title={handedIn ? t('closed.sentTitle') : t('closed.lockedTitle')}>
            {handedIn ? t('closed.sent', { at: handedIn }) : t('closed.locked', { status: applicationLabel })}{' '}
            {handedIn && isIn(portfolio.status, PORTFOLIO_UNCHECKED) ? t('closed.next') : null}
          </Notice>
        ) : (
          <Notice title={t('closed.othersTitle')}>{t('closed.others')}</Notice>
        )}
      </div>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 md:mt-6 md:gap-6 @min-[68rem]:grid-cols-[14.5rem_minmax(0,1fr)_18rem]">
        <SectionNav
          links={links}
          label={t('page.sections')}
          summary={t('page.sectionsFilled', { filled: counts.filled, total: counts.total })}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:gap-6">
          {portfolio.sections.map((section) => (
            <PortfolioSection key={section.id} applicationId="" portfolio={portfolio} section={section} zone={zone} />
          ))}
        </div>
        <aside className="order-first @min-[68rem]:sticky @min-[68rem]:top-4 @min-[68rem]:order-none">
          <Card>
            <Facts
              plain
              items={[
                { term: t('closed.status'), value: <Chip tone={portfolio.statusTone as Tone}>{portfolio.statusLabel}</Chip> },
                { term: t('closed.created'), value: formatDate(portfolio.createdAt, locale, zone) },
                ...(sentAt ? [{ term: t(portfolio.handedIn ? 'closed.sentFact' : 'closed.closedFact'), value: sentAt }] : []),
                ...(counts.files > 0 || counts.entries === 0 ? [{ term: t('closed.files'), value: counts.files }] : []),
                ...(counts.entries > 0 ? [{ term: t('closed.entries'), value: counts.entries }] : []),
              ]}
            />
          </Card>
        </aside>
      </div>
    </div>
  );
}
