-- The folders in which a document was uploaded.
ALTER TABLE "documents" ADD COLUMN "folder" TEXT;

-- A file of a batch keeps its own name and folders, and counts once however often it is sent.
ALTER TABLE "batch_items"
  ADD COLUMN "file_name" TEXT,
  ADD COLUMN "folder" TEXT,
  ADD COLUMN "file_key" TEXT,
  ADD COLUMN "is_attached" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "batch_items_batch_id_file_key_key" ON "batch_items"("batch_id", "file_key");

-- With a document go the names of the files that it came as.
CREATE FUNCTION forget_batch_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.file_name := NULL;
  NEW.folder := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_batch_file BEFORE UPDATE OF "document_id" ON "batch_items"
  FOR EACH ROW WHEN (NEW."document_id" IS NULL) EXECUTE FUNCTION forget_batch_file();
