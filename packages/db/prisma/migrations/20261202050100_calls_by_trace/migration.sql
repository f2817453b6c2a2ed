-- An admin who has a trace id finds the calls that belong to it.
CREATE INDEX "audit_entries_trace_id_idx" ON "audit_entries"("trace_id");
CREATE INDEX "platform_audit_entries_trace_id_idx" ON "platform_audit_entries"("trace_id");
