import { StaffCasePage, staffCaseMetadata } from '@/ui/case/staff-case-page';

interface Props {
  params: Promise<{ id: string }>;
}

export const generateMetadata = async ({ params }: Props) => staffCaseMetadata((await params).id);

export default async function CasePage({ params }: Props) {
  return <StaffCasePage id={(await params).id} home="/admin" />;
}
