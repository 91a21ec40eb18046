import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from '../once';

/** Where an act comes from: what the trail says of the request beside the act. */
export interface AuditSource {
  address: string | null;
  requestId: string | null;
  sessionId: string | null;
}

const NOWHERE: AuditSource = { address: null, requestId: null, sessionId: null };
const storage = () => once('auditSource', () => new AsyncLocalStorage<AuditSource>());

/** Runs work on behalf of a request: lines of the trail written in it name the request. */
export const withAuditSource = <T>(source: AuditSource, work: () => T): T => storage().run(source, work);

/** The request that is being served; nothing for the worker and for programs. */
export const auditSource = (): AuditSource => storage().getStore() ?? NOWHERE;
