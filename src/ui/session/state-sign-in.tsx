'use client';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { goToPortal } from './portal-address';

interface StateSignInProps {
  /** What the region's people call the portal. */
  label: string;
  /** Page to go to afterwards. */
  next: string;
  look?: 'primary' | 'secondary';
  /** Whether whoever the portal knows from before shows himself again. */
  fresh?: boolean;
}

/** Leads to the state's identity provider. */
export function StateSignIn({ label, next, look = 'primary', fresh = false }: StateSignInProps) {
  const t = useTranslations('auth');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const go = async () => {
    setState('busy');
    try {
      await goToPortal(next, fresh);
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
