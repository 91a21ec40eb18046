import { exportAudit } from '@/server/api';
import { filterOf, readSearch } from '../search';

/** Everything the address's filter finds, as a table for spreadsheets. */
export function GET(request: Request): Promise<Response> {
  return exportAudit(filterOf(readSearch(new URL(request.url).searchParams)));
}
