-- The notice of a brief says when it was told.
ALTER TABLE "briefs" DROP COLUMN "sent_at", DROP COLUMN "documents_seen_at";
