import { SchedulePage, scheduleMetadata } from '@/ui/case/schedule-page';

export const generateMetadata = scheduleMetadata;

export default function Schedule({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <SchedulePage home="/coordinator" searchParams={searchParams} oneMunicipality />;
}
