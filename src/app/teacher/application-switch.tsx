import { useTranslations } from 'next-intl';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { Link } from '@/ui/kit/link';
import { StartApplication } from './start-application';

interface Props {
  applications: readonly {
    id: string;
    number?: string | null;
    statusLabel: string;
    statusTone: string;
    position?: { label: string } | null;
    category?: { label: string } | null;
    whoseMove: readonly { yours: boolean }[];
  }[];
  current: string;
}

/** All applications of the teacher: which is shown, the way to another, and to one more position. */
export function ApplicationSwitch({ applications, current }: Props) {
  const t = useTranslations('teacher.home');
  return (
    <Card title={t('list')} id="applications" pad={false}>
      <ul className="rows">
        {applications.map((application) => {
          const name = application.position?.label ?? t('noPosition');
          const sub = [application.category?.label, application.number ? `№ ${application.number}` : null].filter(Boolean).join(' · ');
          const here = application.id === current;
          return (
            <li
              key={application.id}
              className="px-[var(--pad)] py-3.5 grid gap-1 justify-items-start"
              aria-current={here ? 'true' : undefined}
            >
              {here ? (
                <span className="font-semibold">
                  {name}
                  <span className="vh">, {t('current')}</span>
                </span>
              ) : (
                <Link href={`/teacher?application=${application.id}`}>{name}</Link>
              )}
              {sub ? <span className="muted text-m">{sub}</span> : null}
              <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip>
              {application.whoseMove.some((move) => move.yours) ? <Chip tone="ink">{t('yourMove')}</Chip> : null}
            </li>
          );
        })}
      </ul>
      <div className="px-[var(--pad)] pb-[var(--pad)] pt-3.5 border-t border-line">
        <p className="muted text-m mb-3">{t('again.text')}</p>
        <StartApplication another />
      </div>
    </Card>
  );
}
