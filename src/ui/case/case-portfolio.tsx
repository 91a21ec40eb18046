import { ChevronRight } from 'lucide-react';
import { useLocale, useNow, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { type CasePortfolio_ApplicationFragment, CasePortfolio_ApplicationFragmentDoc, ShownEntry_EntryFragmentDoc } from '@/gql/graphql';
import { EntryList } from '@/ui/evidence/entry-list';
import { evidenceState } from '@/ui/evidence/evidence-count';
import { fileHref } from '@/ui/evidence/files';
import { useEvidenceWords } from '@/ui/evidence/use-evidence-words';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { FileRow } from '@/ui/kit/file-row';
import { formatMoment } from '@/ui/kit/format';
import { ProgressBar } from '@/ui/kit/progress-bar';

type Section = NonNullable<CasePortfolio_ApplicationFragment['portfolio']>['sections'][number];

interface CasePortfolioProps {
  application: FragmentType<typeof CasePortfolio_ApplicationFragmentDoc>;
  zone: string;
}

/** The evidence as the experts see it, to be read: sections with their progress, indicators, files. */
export function CasePortfolio({ application, zone }: CasePortfolioProps) {
  const t = useTranslations('operator.case');
  const locale = useLocale();
  const now = useNow();
  const { portfolio } = readFragment(CasePortfolio_ApplicationFragmentDoc, application);
  if (!portfolio) return null;
  const sum = (pick: (section: Section) => number) => portfolio.sections.reduce((all, section) => all + pick(section), 0);
  const filled = sum((s) => s.filled);
  const total = sum((s) => s.total);
  // What goes along with the case is never handed in by itself.
  const pending = portfolio.handedIn ? t('notSent') : undefined;
  const closed = portfolio.sections.some((section) => section.indicators.some((indicator) => !indicator.readable));
  return (
    <Card
      id="portfolio"
      title={portfolio.title}
      aside={<Chip tone={portfolio.statusTone as Tone}>{portfolio.statusLabel}</Chip>}
      pad={false}
    >
      <div className="card-pad">
        <ProgressBar
          value={filled}
          max={total}
          label={t('portfolioProgress')}
          tone={portfolio.sentAt ? 'ok' : 'ink'}
          head={t.rich('filled', { filled, total, b: (words) => <b>{words}</b> })}
          side={portfolio.sentAt ? t('sentAt', { at: formatMoment(portfolio.sentAt, locale, zone, now) }) : pending}
        />
        {closed ? <p className="muted mt-2 text-s">{t('closed')}</p> : null}
      </div>
      {portfolio.sections.map((section) => (
        <PortfolioSection key={section.id} section={section} zone={zone} />
      ))}
    </Card>
  );
}

function PortfolioSection({ section, zone }: { section: Section; zone: string }) {
  const t = useTranslations('operator.case');
  const evidence = useEvidenceWords();
  const indicators = section.indicators.map((indicator) => ({
    ...indicator,
    entries: readFragment(ShownEntry_EntryFragmentDoc, indicator.entries),
  }));
  const locale = useLocale();
  const now = useNow();
  return (
    <details className="border-t border-line">
      <summary className="group-head border-0!">
        <span>
          <ChevronRight className="chevron" />
          <span>
            {section.no}. {section.label}
          </span>
        </span>
        <small>{t('ofIndicators', { filled: section.filled, total: section.total })}</small>
      </summary>
      <ul className="rows">
        {indicators.map((indicator) => (
          <li key={indicator.id} className="grid gap-2 px-4 py-3">
            <p className="text-s">
              <span className="text-text-3">{indicator.no}</span> {indicator.label}
              {evidenceState([indicator]) === 'some' ? <span className="sub">{evidence([indicator])}</span> : null}
            </p>
            <EntryList
              kind={indicator.entryKind}
              columns={indicator.columns}
              entries={indicator.entries}
              label={`${indicator.no} ${indicator.label}`}
            />
            {indicator.files.map((file) => (
              <FileRow
                key={file.id}
                name={file.name}
                size={file.size}
                state={{ kind: 'checked' }}
                time={file.storedAt ? formatMoment(file.storedAt, locale, zone, now) : undefined}
                href={fileHref(file.id)}
              />
            ))}
            {evidenceState([indicator]) === 'none' ? (
              <p className="muted text-s">{t(indicator.required ? 'emptyRequired' : 'empty')}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
