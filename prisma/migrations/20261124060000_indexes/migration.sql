-- Names sort as Russian does (Ё after Е), in keyset paging too.
CREATE INDEX "Application_name_idx" ON "Application" ("regionId", "lastName" COLLATE "ru-x-icu", "firstName" COLLATE "ru-x-icu", id);
CREATE INDEX "Application_changed_idx" ON "Application" ("regionId", "statusChangedAt" DESC, id DESC);
-- Search by part of a name or number.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Application_search_idx" ON "Application" USING gin ((lower("lastName" || ' ' || "firstName" || ' ' || "patronymic" || ' ' || coalesce("number", ''))) gin_trgm_ops);
-- One running assignment per expert and case, whatever two operators do at once.
CREATE UNIQUE INDEX "ExpertAssignment_running_key" ON "ExpertAssignment" ("applicationId", "expertId") WHERE status IN ('RESERVE', 'INVITED', 'CONFIRMED', 'SCORING', 'FINAL');
-- One sent, open application per person and position: the last word on SM-12, two tabs included.
CREATE UNIQUE INDEX "Application_open_key" ON "Application" ("accountId", "positionId") WHERE "submittedAt" IS NOT NULL AND status NOT IN ('GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN', 'ARCHIVED');
-- Letters to send, terms to watch: small partial indexes for the worker's looks.
CREATE INDEX "Notification_queued_idx" ON "Notification" ("createdAt") WHERE status = 'QUEUED';
CREATE INDEX "Deadline_running_idx" ON "Deadline" ("lapsesAt") WHERE status = 'RUNNING';
