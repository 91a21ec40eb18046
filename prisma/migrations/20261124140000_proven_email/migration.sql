-- Before people registered themselves every password was chosen after a letter to the address: that letter is the proof which later choices record
-- at once. Left out is whose address was only ever typed in: by who registered or opened the account himself, came through the portal, or changed it.
UPDATE "Account" a SET "emailVerifiedAt" = a."passwordChosenAt"
WHERE a."passwordChosenAt" IS NOT NULL AND a.email IS NOT NULL AND a."emailVerifiedAt" IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM "AuditEntry" l
    WHERE l."objectType" = 'Account' AND l."objectId" = a.id::text
      AND (l.action IN ('register_account', 'enter_by_identity', 'activate_account')
        OR (l.action = 'save_profile' AND l.data ->> 'emailChanged' = 'true'))
  );
