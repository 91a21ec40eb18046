-- What a case was called after a line of its history: the status and which of its words held. Lines from before say nothing of it:
-- the words of a status with conditions cannot be told afterwards, so they are left out rather than guessed.
ALTER TABLE "TimelineEntry" ADD COLUMN "statusAfter" TEXT, ADD COLUMN "wordingAfter" TEXT;
