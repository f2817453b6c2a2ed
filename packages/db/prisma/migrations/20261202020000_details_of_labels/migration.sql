-- What a person said of a fact has more than a value: its name for people, its normal form, and where it stands in the document.
ALTER TABLE "labels" ADD COLUMN "details" JSONB;
