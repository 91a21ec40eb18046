import type { DomainEvent } from '@/domain/procedure/vocabulary';

/** An event, or one about an expert of the case, or about the school that keeps the teacher's card. */
export type Occurrence = DomainEvent | { event: DomainEvent; expertId: string } | { event: DomainEvent; organisationId: string };
