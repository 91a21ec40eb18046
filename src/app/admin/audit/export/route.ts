import { exportAudit } from '@/server/api';
import { type AuditSearch, filterOf } from '../search';

/** Everything the address's filter finds, as a table for spreadsheets. */
export function GET(request: Request): Promise<Response> {
  const search = Object.fromEntries(new URL(request.url).searchParams) as AuditSearch;
  return exportAudit(filterOf(search));
}
