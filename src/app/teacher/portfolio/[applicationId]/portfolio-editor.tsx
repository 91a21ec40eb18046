import { useLocale, useTranslations } from 'next-intl';
import { termWords } from '@/ui/application/term';
import { countsOf, type Portfolio, refusedIn, termOf } from './load-portfolio';
import { OpenWhile } from './open-while';
import { PortfolioSection } from './portfolio-section';
import { SectionNav } from './section-nav';
import { SendPortfolio, SendStrip } from './send-portfolio';

interface PortfolioEditorProps {
  applicationId: string;
  portfolio: Portfolio;
  zone: string;
}

/** The portfolio while it is being filled: sections at the left, their indicators, and at the right what is still missing for sending. */
export function PortfolioEditor({ applicationId, portfolio, zone }: PortfolioEditorProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const counts = countsOf(portfolio);
  const deadline = termOf(portfolio);
  const words = deadline && termWords(deadline, locale, zone);
  const term = words ? t('send.term', { day: words.until, left: words.left }) : null;
  const numbers = Object.fromEntries(portfolio.sections.flatMap((s) => s.indicators.map((i) => [i.id, i.no])));
  const links = portfolio.sections.map((section) => ({
    id: section.id,
    no: section.no,
    label: section.label,
    note: t('page.filled', { filled: section.filled, total: section.total }),
    left: section.requiredLeft > 0 ? t('page.requiredLeft', { count: section.requiredLeft }) : null,
    refused: refusedIn(section) > 0 ? t('page.refused', { count: refusedIn(section) }) : null,
  }));
  return (
    // Folds by the room there is in letters, so that large type folds it on a wide screen too.
    <div className="@container">
      <div className="mt-4 *:flex @min-[52rem]:hidden">
        {portfolio.handedIn ? <SendStrip applicationId={applicationId} gates={portfolio.gates} term={term} /> : null}
      </div>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 md:mt-6 md:gap-6 @min-[52rem]:grid-cols-[minmax(0,1fr)_18rem] @min-[68rem]:grid-cols-[14.5rem_minmax(0,1fr)_18rem]">
        <SectionNav
          links={links}
          label={t('page.sections')}
          summary={t('page.sectionsFilled', { filled: counts.filled, total: counts.total })}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:gap-6 @min-[52rem]:col-start-1 @min-[52rem]:row-start-2 @min-[68rem]:col-start-2 @min-[68rem]:row-start-1">
          {portfolio.sections.map((section) => (
            <PortfolioSection key={section.id} applicationId={applicationId} portfolio={portfolio} section={section} zone={zone} />
          ))}
        </div>
        <aside className="@min-[52rem]:sticky @min-[52rem]:top-4 @min-[52rem]:col-start-2 @min-[52rem]:row-span-2 @min-[52rem]:row-start-1 @min-[68rem]:col-start-3 @min-[68rem]:row-span-1">
          {portfolio.handedIn ? (
            <SendPortfolio
              applicationId={applicationId}
              gates={portfolio.gates}
              numbers={numbers}
              submitLabel={portfolio.submitLabel}
              term={term}
              counts={counts}
            />
          ) : (
            <OpenWhile portfolio={portfolio} filled={counts.filled} total={counts.total} />
          )}
        </aside>
      </div>
    </div>
  );
}
