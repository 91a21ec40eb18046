import type { DomainEvent } from '@/domain/procedure/vocabulary';

/** An event, or an event about one expert of the case. */
export type Occurrence = DomainEvent | { event: DomainEvent; expertId: string };
