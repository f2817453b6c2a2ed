import { stringify } from "csv-stringify/sync";
import { z } from "zod";

import { flow } from "../operation/flow";
import type { BatchDocument } from "./contract";
import { ofBatch } from "./contract";
import { getBatch } from "./get-batch";
import { listBatchDocuments } from "./list-batch-documents";

/** Returns the state of each file as CSV (RFC 4180, UTF-8). Escapes cells that a spreadsheet would take for formulas. */
export const reportBatch = flow("batches.report-batch", {
  title: "Download a batch's report",
  permission: "batch.read",
  input: ofBatch,
  output: z.object({ fileName: z.string(), csv: z.string() }),
  doors: ["rest"],

  async handle({ caller }, { id }) {
    const { createdAt } = await getBatch(caller, { id });
    const rows: BatchDocument[] = [];
    let cursor: string | null = null;
    do {
      const page = await pageOf(cursor);
      rows.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);

    const day = createdAt.toISOString().slice(0, 10);
    return { fileName: `batch-${day}-${id.slice(-6)}.csv`, csv: reportOf(rows) };

    function pageOf(after: string | null) {
      return listBatchDocuments(caller, { id, cursor: after, limit: 200 });
    }
  },
});

export function reportOf(rows: readonly BatchDocument[]): string {
  return stringify(rows.map(lineOf), {
    header: true,
    columns,
    record_delimiter: "windows",
    escape_formulas: true,
    bom: true,
  });
}

const columns = [
  "name",
  "document",
  "state",
  "type",
  "confidence",
  "stage",
  "duration_ms",
  "error_code",
  "error",
  "remedy",
  "started",
  "finished",
  "folder",
  "duplicate_of",
];

function lineOf({ error, startedAt, finishedAt, ...row }: BatchDocument) {
  return {
    name: row.fileName,
    document: row.documentId,
    state: row.state,
    type: row.type,
    confidence: row.confidence,
    stage: row.stage,
    duration_ms: row.durationMs,
    error_code: error?.code,
    error: error?.message,
    remedy: error?.remedy,
    started: startedAt?.toISOString(),
    finished: finishedAt?.toISOString(),
    folder: row.folder,
    duplicate_of: row.state === "duplicate" ? row.title : null,
  };
}
