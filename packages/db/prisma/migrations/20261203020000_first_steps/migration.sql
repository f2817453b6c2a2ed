-- A workspace may have one project of sample documents, which is removed with all that it brought.
ALTER TABLE "projects" ADD COLUMN "is_sample" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "projects_one_sample" ON "projects"("workspace_id") WHERE "is_sample";

-- What a person did with the list of first steps that their documents cannot tell.
CREATE TABLE "first_steps" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "skipped_at" TIMESTAMPTZ(3),
    "place_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "first_steps_pkey" PRIMARY KEY ("workspace_id", "user_id"),
    CONSTRAINT "first_steps_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "first_steps" TO besunny_app;
ALTER TABLE "first_steps" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "first_steps" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "first_steps" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
