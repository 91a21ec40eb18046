import { getTranslations } from 'next-intl/server';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { StateSignIn } from './state-sign-in';
import { stateSignIn } from './ways-in';

/** The way in through the state's portal, or the plain word that it is not set up here. */
export async function StatePart({ next, look }: { next: string; look: 'primary' | 'secondary' }) {
  const t = await getTranslations('auth');
  const way = stateSignIn();
  if (!way) {
    return (
      <Notice tone="info" title={t('state.off')}>
        {t('state.offText')}
      </Notice>
    );
  }
  return (
    <ClientMessages namespaces={['auth']}>
      <StateSignIn label={way.label ?? t('state.portal')} next={next} look={look} />
      {way.onThisMachine ? <p className="mt-2 text-m text-text-2">{t('state.onThisMachine')}</p> : null}
    </ClientMessages>
  );
}
