-- When a document was deleted that a model had learned from. Its file is removed as soon as no release that decides needs it.
ALTER TABLE "training_runs" ADD COLUMN "holds_deleted_at" TIMESTAMPTZ(3);
