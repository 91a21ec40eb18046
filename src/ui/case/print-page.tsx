'use client';
import { Printer } from 'lucide-react';
import { Button } from '@/ui/kit/button';

/** Prints the page as it is; buttons stay off the paper. */
export function PrintPage({ label }: { label: string }) {
  return (
    <Button size="s" className="no-print" icon={<Printer />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
