import { WithdrawalPaperPage, withdrawalPaperMetadata } from '@/ui/case/withdrawal-paper';

export const generateMetadata = withdrawalPaperMetadata;

export default async function WithdrawalPaper({ params }: { params: Promise<{ id: string }> }) {
  return <WithdrawalPaperPage id={(await params).id} home="/teacher" />;
}
