import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { AuditEntry } from "../../contract";
import { logForms } from "./log-forms";
import { ocsfEventOf } from "./ocsf-event";

export const logForm = z.enum(logForms);
export type LogForm = z.output<typeof logForm>;

export type Entry = z.output<typeof AuditEntry>;

const columns = [
  "id",
  "time",
  "actor_kind",
  "actor_id",
  "actor_name",
  "key",
  "session",
  "ip",
  "user_agent",
  "door",
  "operation",
  "subjects",
  "outcome",
  "error_code",
  "reason",
  "trace",
  "input",
  "changes",
] as const;

/** Returns entries in a form. `isFirst` begins a table with its headings. Cells that a spreadsheet would take for formulas are escaped. */
export function entryLines(
  entries: readonly Entry[],
  { form, workspaceId, isFirst }: { form: LogForm; workspaceId: string; isFirst: boolean },
): string {
  if (form === "csv")
    return stringify([...(isFirst ? [[...columns]] : []), ...entries.map(cellsOf)], {
      record_delimiter: "windows",
      escape_formulas: true,
      bom: isFirst,
    });
  const shown = (entry: Entry) => (form === "ocsf" ? ocsfEventOf(entry, { workspaceId }) : entry);
  return entries.map((entry) => `${JSON.stringify(shown(entry))}\n`).join("");
}

function cellsOf(entry: Entry): (string | null)[] {
  const { actor, key, createdAt } = entry;
  return [
    entry.id,
    createdAt.toISOString(),
    actor.kind,
    actor.id,
    actor.name,
    key?.id ?? null,
    entry.sessionId,
    entry.ip,
    entry.userAgent,
    entry.door,
    entry.operation,
    entry.subjects.join(" "),
    entry.outcome,
    entry.errorCode,
    entry.reason,
    entry.traceId,
    JSON.stringify(entry.input),
    JSON.stringify(entry.changes),
  ];
}
