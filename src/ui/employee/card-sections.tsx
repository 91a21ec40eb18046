import { useTranslations } from 'next-intl';
import { readFragment } from '@/gql';
import {
  type EmployeeCard_EmployeeFragment,
  Entry_EntryFragmentDoc,
  EntryIndicator_IndicatorFragmentDoc,
  ShownEntry_EntryFragmentDoc,
} from '@/gql/graphql';
import { EntryList } from '@/ui/evidence/entry-list';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CardEntries } from './card-entries';

export type CardEmployee = Omit<EmployeeCard_EmployeeFragment, ' $fragmentName'>;
type Section = CardEmployee['card']['sections'][number];

/** The card section by section: who fills each; what the viewer fills is open, the rest is to be read. */
export function CardSections({ employee }: { employee: CardEmployee }) {
  return (
    <ClientMessages namespaces={['portfolio']}>
      <div className="grid gap-5">
        {employee.card.sections.map((section) => (
          <CardSection key={section.id} employeeId={employee.id} section={section} />
        ))}
      </div>
    </ClientMessages>
  );
}

function CardSection({ employeeId, section }: { employeeId: string; section: Section }) {
  const t = useTranslations('school.card');
  const blank = section.indicators.filter(({ entries }) => entries.length === 0);
  const empty = blank.length === section.indicators.length || blank.some(({ required }) => required);
  return (
    <Card
      id={`section-${section.id}`}
      title={`${section.no}. ${section.label}`}
      aside={
        section.editable ? (
          <Chip tone={empty ? 'ink' : 'ok'}>{t(empty ? 'yours' : 'filled')}</Chip>
        ) : (
          <small className="muted">{t('filledBy', { role: section.filledByLabel })}</small>
        )
      }
    >
      <div className="grid gap-6">
        {section.indicators.map((indicator) => {
          const asked = readFragment(EntryIndicator_IndicatorFragmentDoc, indicator);
          const shown = readFragment(ShownEntry_EntryFragmentDoc, indicator.entries);
          // A section that asks one thing under its own name needs no second heading.
          const alone = section.indicators.length === 1 && asked.label === section.label;
          return (
            <section key={indicator.id} id={`indicator-${indicator.id}`} aria-label={asked.label} className="grid gap-1.5">
              {alone ? null : (
                <h3 className="text-[1.0625rem] leading-snug">
                  {asked.label} {indicator.required ? <span className="hint">{t('required')}</span> : null}
                </h3>
              )}
              {indicator.hint ? <p className="hint">{indicator.hint}</p> : null}
              {section.editable ? (
                <CardEntries
                  employeeId={employeeId}
                  indicator={asked}
                  label={asked.label}
                  entries={readFragment(Entry_EntryFragmentDoc, indicator.entries)}
                />
              ) : shown.length > 0 ? (
                <EntryList kind={asked.entryKind} columns={asked.columns} entries={shown} label={asked.label} />
              ) : (
                <p className="muted">{t('empty')}</p>
              )}
            </section>
          );
        })}
      </div>
    </Card>
  );
}
