import { useLocale, useNow, useTranslations } from 'next-intl';
import { type FragmentType, readFragment } from '@/gql';
import { EmployerAnswer_ConfirmationFragmentDoc, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { termWords } from '@/ui/application/term';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { formatMoment } from '@/ui/kit/format';

interface CaseEmployerProps {
  confirmation:
    | (FragmentType<typeof EmployerAnswer_ConfirmationFragmentDoc> & { organisation?: { name: string } | null })
    | null
    | undefined;
  /** Labels of the application's fields by id, to name what was disputed. */
  labels: Record<string, string>;
  zone: string;
}

/** What the employer was asked and what he answered. */
export function CaseEmployer({ confirmation, labels, zone }: CaseEmployerProps) {
  const t = useTranslations('operator.employer');
  const locale = useLocale();
  const now = useNow();
  if (!confirmation) return null;
  const answer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, confirmation);
  const term = answer.answeredAt ? null : readFragment(Term_DeadlineFragmentDoc, answer.deadline ?? null);
  const words = term ? termWords(term, locale, zone) : null;
  return (
    <Card id="employer" title={t('title')} aside={<Chip tone={answer.statusTone as Tone}>{answer.statusLabel}</Chip>}>
      <p>{confirmation.organisation?.name}</p>
      <p className="muted text-s mt-1">
        {answer.answeredAt
          ? t('answered', { at: formatMoment(answer.answeredAt, locale, zone, now) })
          : t('asked', { at: formatMoment(answer.askedAt, locale, zone, now) })}
        {words ? ` ${t('until', { until: words.day, left: words.left })}` : null}
      </p>
      {answer.signatures.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {answer.signatures.map(({ role, roleLabel, signedAt }) => (
            <li key={role} className={signedAt ? '' : 'muted'}>
              {roleLabel}: {signedAt ? t('signed', { at: formatMoment(signedAt, locale, zone) }) : t('notSigned')}
            </li>
          ))}
        </ul>
      ) : null}
      {answer.disputedFields.length > 0 ? (
        <p className="mt-2">{t('disputed', { fields: answer.disputedFields.map((id) => labels[id] ?? id).join(', ') })}</p>
      ) : null}
      {answer.reason ? <p className="mt-2 whitespace-pre-line wrap-anywhere">{answer.reason}</p> : null}
    </Card>
  );
}
