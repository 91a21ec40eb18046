'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/kit/button';

/** Prints the page. */
export function PrintButton() {
  const t = useTranslations('teacher.form');
  return (
    <Button look="quiet" icon={<Printer />} className="no-print" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
