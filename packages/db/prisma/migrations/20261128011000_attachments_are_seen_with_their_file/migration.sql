-- What came in a file is seen by whoever sees the file, and is filed with it. Until now only what was named was refiled, so that
-- attachments could stay behind, open to everybody, where their file had been locked away.
-- Policies are forced on the owner too, who is to see every workspace here.
ALTER TABLE "documents" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "document_projects" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "outbox" NO FORCE ROW LEVEL SECURITY;

CREATE TEMPORARY TABLE parts ON COMMIT DROP AS
  WITH RECURSIVE below AS (
    SELECT "id" AS root, "id", 0 AS depth FROM "documents" WHERE "parent_id" IS NULL
    UNION ALL
    SELECT b.root, d."id", b.depth + 1 FROM "documents" d JOIN below b ON d."parent_id" = b."id" WHERE b.depth < 50
  )
  SELECT root, "id" FROM below WHERE depth > 0;

INSERT INTO "document_projects" ("document_id", "project_id", "workspace_id")
  SELECT p."id", f."project_id", f."workspace_id" FROM parts p JOIN "document_projects" f ON f."document_id" = p.root
  ON CONFLICT DO NOTHING;

WITH changed AS (
  UPDATE "documents" d SET "access" = r."access", "seq" = nextval('documents_seq_seq')
    FROM parts p JOIN "documents" r ON r."id" = p.root
    WHERE d."id" = p."id" AND d."access" IS DISTINCT FROM r."access"
  RETURNING d."id", d."workspace_id"
)
INSERT INTO "outbox" ("id", "workspace_id", "name", "data")
  SELECT 'evt_' || replace(gen_random_uuid()::text, '-', ''), "workspace_id", 'document/changed',
         jsonb_build_object('workspaceId', "workspace_id", 'documentId', "id")
    FROM changed;

ALTER TABLE "documents" FORCE ROW LEVEL SECURITY;
ALTER TABLE "document_projects" FORCE ROW LEVEL SECURITY;
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;
