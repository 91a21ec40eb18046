import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from '../once';

/** Where an act comes from: what the trail says of the request beside the act. */
export interface AuditSource {
  address: string | null;
  requestId: string | null;
  sessionId: string | null;
}

/** One field of a request while it is served; `acted` once a line was written for an act of its own. */
export interface Served extends AuditSource {
  acted?: boolean;
}

const storage = () => once('auditSource', () => new AsyncLocalStorage<Served>());

/** Runs work on behalf of a request: lines of the trail that are written in it name the request. */
export const withAuditSource = <T>(source: Served, work: () => T): T => storage().run(source, work);

/** The request that is being served; nothing for the worker and for programs. */
export function auditSource(): AuditSource {
  const { address = null, requestId = null, sessionId = null } = storage().getStore() ?? {};
  return { address, requestId, sessionId };
}

/** Notes that the request has left a line of its own. */
export function noteAct(): void {
  const served = storage().getStore();
  if (served) served.acted = true;
}
