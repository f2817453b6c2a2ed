-- Fields that a workspace defines for its documents. `key` is the name as queries write it.
CREATE TABLE "custom_fields" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT,
    "position" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custom_fields_kind" CHECK ("kind" IN ('text', 'number', 'amount', 'date', 'boolean', 'list', 'link')),
    CONSTRAINT "custom_fields_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "custom_fields_workspace_id_key_key" ON "custom_fields"("workspace_id", "key");

-- The values that a field of the kind `list` offers.
CREATE TABLE "custom_field_options" (
    "id" TEXT NOT NULL,
    "field_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "custom_field_options_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custom_field_options_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "custom_fields"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "custom_field_options_field_id_lower_name_key" ON "custom_field_options"("field_id", lower("name"));
CREATE INDEX "custom_field_options_field_id_name_id_idx" ON "custom_field_options"("field_id", "name", "id");

-- `text` is the value as it is compared and shown; the other columns hold what the kind makes of it.
CREATE TABLE "custom_field_values" (
    "document_id" TEXT NOT NULL,
    "field_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "number" DOUBLE PRECISION,
    "currency" TEXT,
    "date" DATE,
    "option_id" TEXT,

    CONSTRAINT "custom_field_values_pkey" PRIMARY KEY ("document_id", "field_id"),
    CONSTRAINT "custom_field_values_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "custom_field_values_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "custom_fields"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "custom_field_values_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "custom_field_options"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "custom_field_values_field_id_text_document_id_idx" ON "custom_field_values"("field_id", "text", "document_id");
CREATE INDEX "custom_field_values_field_id_number_document_id_idx" ON "custom_field_values"("field_id", "number", "document_id");
CREATE INDEX "custom_field_values_field_id_date_document_id_idx" ON "custom_field_values"("field_id", "date", "document_id");
CREATE INDEX "custom_field_values_option_id_idx" ON "custom_field_values"("option_id");

-- Values are people's own words, so the platform has no right to read them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "custom_fields", "custom_field_options", "custom_field_values" TO besunny_app;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['custom_fields', 'custom_field_options', 'custom_field_values'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
