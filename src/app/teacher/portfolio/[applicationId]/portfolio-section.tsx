import { useTranslations } from 'next-intl';
import { CaseEntries } from '@/ui/evidence/case-entries';
import { EntryList } from '@/ui/evidence/entry-list';
import { EvidenceList } from '@/ui/evidence/evidence-list';
import { EvidenceUpload } from '@/ui/evidence/evidence-upload';
import { ProgressBar } from '@/ui/kit/progress-bar';
import { entriesOf, filesOf, type Indicator, type Portfolio, type Section, takesFiles } from './load-portfolio';

interface PortfolioSectionProps {
  applicationId: string;
  portfolio: Portfolio;
  section: Section;
  zone: string;
}

/** One section under its official name: how far it is, and its indicators with their files. */
export function PortfolioSection({ applicationId, portfolio, section, zone }: PortfolioSectionProps) {
  const t = useTranslations('portfolio.page');
  const heading = `${section.id}-title`;
  return (
    <section className="card scroll-mt-4" id={section.id} aria-labelledby={heading}>
      <div className="border-b border-line px-[var(--pad)] py-5">
        <p className="text-m font-medium text-text-3">{t('section', { no: section.no })}</p>
        <h2 id={heading} className="mt-0.5 text-h3">
          {section.label}
        </h2>
        <div className="mt-4">
          <ProgressBar
            value={section.filled}
            max={section.total}
            label={t('progress', { no: section.no })}
            tone={section.complete ? 'ok' : 'ink'}
            head={t('filled', { filled: section.filled, total: section.total })}
            side={portfolio.editable ? t('requiredLeft', { count: section.requiredLeft }) : null}
          />
        </div>
      </div>
      <ol className="rows">
        {section.indicators.map((indicator, k) => (
          <IndicatorRow
            key={indicator.id}
            applicationId={applicationId}
            portfolio={portfolio}
            indicator={indicator}
            group={indicator.group !== section.indicators[k - 1]?.group ? indicator.group : null}
            zone={zone}
          />
        ))}
      </ol>
    </section>
  );
}

interface IndicatorRowProps {
  applicationId: string;
  portfolio: Portfolio;
  indicator: Indicator;
  /** Name of the group that begins here. */
  group: string | null | undefined;
  zone: string;
}

function IndicatorRow({ applicationId, portfolio, indicator, group, zone }: IndicatorRowProps) {
  const t = useTranslations('portfolio.page');
  const { files, removedFiles } = filesOf(indicator);
  const { asked, stored, shown } = entriesOf(indicator);
  const label = `${indicator.no} ${indicator.label}`;
  return (
    <li className="scroll-mt-4 px-[var(--pad)] py-5" id={`i-${indicator.id}`}>
      {group ? <p className="mb-3 text-m font-medium text-text-2">{group}</p> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-0.5 sm:flex-nowrap">
        <h3 className="text-[1.0625rem] leading-snug">
          <span className="mr-1.5 font-medium text-text-3">{indicator.no}</span>
          {indicator.label}
        </h3>
        {indicator.required || !portfolio.editable ? null : <span className="flex-none pt-px text-m text-text-3">{t('optional')}</span>}
      </div>
      {indicator.hint ? <p className="hint mt-1">{indicator.hint}</p> : null}
      {asked.input === 'file_and_values' && portfolio.editable ? <p className="hint mt-1">{t('valuesToo')}</p> : null}
      {portfolio.editable ? (
        <>
          {takesFiles(indicator) ? (
            <EvidenceUpload
              applicationId={applicationId}
              indicatorId={indicator.id}
              label={label}
              target={t('target', { no: indicator.no })}
              files={files}
              removedFiles={removedFiles}
              extensions={portfolio.extensions}
              maxBytes={portfolio.maxBytes}
              maxFiles={portfolio.filesPerIndicator}
              zone={zone}
            />
          ) : null}
          {asked.entryKind ? <CaseEntries applicationId={applicationId} indicator={asked} label={label} entries={stored} /> : null}
        </>
      ) : (
        <div className="mt-3 grid gap-2">
          <EntryList kind={asked.entryKind} columns={asked.columns} entries={shown} label={label} />
          {files.length > 0 || shown.length === 0 ? <EvidenceList files={files} zone={zone} empty={t('nothing')} /> : null}
        </div>
      )}
    </li>
  );
}
