-- The release of the cut that made the passages of a document. Documents without one were cut before releases were recorded.
ALTER TABLE "documents" ADD COLUMN "cut_release" INTEGER;
