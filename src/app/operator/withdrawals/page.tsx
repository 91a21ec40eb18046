import { WithdrawalsPage, withdrawalsMetadata } from '@/ui/case/withdrawals-page';

export const generateMetadata = withdrawalsMetadata;

export default function Withdrawals({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <WithdrawalsPage home="/operator" searchParams={searchParams} />;
}
