-- How one person has the library shown. It goes with their membership.
CREATE TABLE "library_layouts" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "columns" TEXT[] NOT NULL,
    "density" TEXT NOT NULL,
    "look" TEXT NOT NULL,

    CONSTRAINT "library_layouts_pkey" PRIMARY KEY ("workspace_id", "user_id"),
    CONSTRAINT "library_layouts_density" CHECK ("density" IN ('compact', 'comfortable')),
    CONSTRAINT "library_layouts_look" CHECK ("look" IN ('table', 'grid')),
    CONSTRAINT "library_layouts_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "library_layouts" TO besunny_app;
ALTER TABLE "library_layouts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "library_layouts" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "library_layouts" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
