import { z } from "zod";
import { stream } from "../../operation/stream";
import { auditListInput } from "../contract";
import { entryLines, logForm } from "../contract/forms/entry-lines";
import { listAuditEntries } from "../list-audit-entries";
import { recordLogExport } from "./record-log-export";

const PAGE = 200;

/** Yields the audit log as text, newest first, a page at a time: as CSV, as JSON lines or as OCSF 1.6. Records the export. */
export const exportLog = stream("audit.export-log", {
  title: "Download the audit log as CSV, JSON lines or OCSF",
  permission: "audit.read",
  input: auditListInput
    .omit({ cursor: true, limit: true })
    .extend({ form: logForm.default("csv") }),
  output: z.string(),
  doors: ["web", "rest"],
  audit: { notAudited: "Recording the export records it." },

  async *handle({ caller, signal, workspaceId }, { form, ...filter }) {
    const isNarrowed = Object.values(filter).some((value) => value !== undefined);
    await recordLogExport(caller, { form, isNarrowed });
    let cursor: string | null = null;
    let isFirst = true;
    do {
      const page: Awaited<ReturnType<typeof listAuditEntries>> = await listAuditEntries(caller, {
        ...filter,
        cursor,
        limit: PAGE,
      });
      yield entryLines(page.items, { form, workspaceId, isFirst });
      isFirst = false;
      cursor = page.nextCursor;
    } while (cursor && !signal?.aborted);
  },
});
