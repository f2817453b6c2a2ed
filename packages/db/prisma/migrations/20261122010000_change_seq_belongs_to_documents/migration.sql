-- A sequence that no column owns is one that Prisma would drop.
ALTER SEQUENCE "change_seq" RENAME TO "documents_seq_seq";
ALTER SEQUENCE "documents_seq_seq" OWNED BY "documents"."seq";
