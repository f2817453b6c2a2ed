-- The release of the reader that read a document. Documents without one were read before releases were recorded.
ALTER TABLE "documents" ADD COLUMN "reading_release" INTEGER;
