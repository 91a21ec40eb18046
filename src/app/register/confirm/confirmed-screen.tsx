import { useTranslations } from 'next-intl';
import { Link } from '@/ui/kit/link';
import { DoneScreen } from '@/ui/session/done-screen';

/** The address is the account's own: after the press, and for whoever comes by the same link again. */
export function ConfirmedScreen() {
  const t = useTranslations('auth');
  return (
    <DoneScreen title={t('confirmEmail.done')}>
      <p className="lead">{t('confirmEmail.doneText')}</p>
      <Link href="/start">{t('goOn')}</Link>
    </DoneScreen>
  );
}
