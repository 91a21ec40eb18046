'use client';
import { Footprints } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WalkApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Demo only: does the next act of the case as whoever may do it, so that one person can see a whole procedure. */
export function WalkCase({ applicationId }: { applicationId: string }) {
  const t = useTranslations('kit.walk');
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const walk = async () => {
    setBusy(true);
    try {
      const { walkApplication } = await request(WalkApplicationDocument, { input: { id: applicationId } });
      setRefusals(walkApplication.problems.map((p) => p.message));
      const { step } = walkApplication;
      const said =
        step &&
        (step.action === 'wait'
          ? t('waited', { status: step.statusLabel })
          : t('done', { role: step.roleLabel, status: step.statusLabel }));
      if (said) toast({ text: said });
      else if (walkApplication.problems.length === 0) toast({ text: t('over') });
      router.refresh();
    } catch {
      setRefusals([t('failed')]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="no-print stack mt-5" data-walk="">
      {refusals.length > 0 ? (
        <Notice tone="warn" title={t('refused')}>
          {refusals.join(' ')}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="s" icon={<Footprints />} busy={busy && t('busy')} onClick={walk}>
          {t('label')}
        </Button>
        <p className="hint">{t('hint')}</p>
      </div>
    </div>
  );
}
