'use client';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';

interface StateSignInProps {
  /** What the region's people call the portal. */
  label: string;
  /** Page to go to afterwards. */
  next: string;
  look?: 'primary' | 'secondary';
  /** Server action that is called first, e.g. to ask for a join. */
  before?: () => Promise<void>;
}

/** Where the provider asks who it is; next-auth keeps state, nonce and code verifier in cookies of ours. */
async function addressOfProvider(next: string): Promise<string> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: next || '/start', json: 'true' });
  const answer = await fetch('/api/auth/signin/state', { method: 'POST', body });
  const { url } = (await answer.json()) as { url: string };
  return url;
}

/** Leads to the state's identity provider. */
export function StateSignIn({ label, next, look = 'primary', before }: StateSignInProps) {
  const t = useTranslations('auth');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const go = async () => {
    setState('busy');
    try {
      await before?.();
      window.location.assign(await addressOfProvider(next));
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="grid gap-3">
      {state === 'failed' ? (
        <Notice tone="danger" role="alert">
          {t('state.failed')}
        </Notice>
      ) : null}
      <Button look={look} className="w-full" icon={<Landmark />} busy={state === 'busy' ? t('state.leading') : false} onClick={go}>
        {t('state.by', { label })}
      </Button>
    </div>
  );
}
