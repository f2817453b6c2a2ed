import { auditOutcomes } from "@besunny/db/audit-outcomes";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { PlatformDocument } from "../contract";
import { RunSummary } from "../runs/contract";

const Stage = z.object({
  name: z.string(),
  state: z.string(),
  attempt: count,
  startedAt: instant,
  durationMs: z.number().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
});

const DocumentRun = z.object({
  id: idIn("run"),
  kind: z.string(),
  state: z.string(),
  batchId: idIn("bat").nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  steps: z.array(Stage),
});

const Call = z.object({
  id: idIn("aud"),
  createdAt: instant,
  operation: z.string(),
  door: z.string().nullable(),
  outcome: z.enum(auditOutcomes),
  errorCode: z.string().nullable(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  traceId: z.string().nullable(),
});

/** One document with all that is known of its processing: runs, calls and stored files; never its name or text. */
export const PlatformDocumentDetail = PlatformDocument.extend({
  workspaceName: z.string(),
  source: z.string(),
  version: count,
  parentId: idIn("doc").nullable(),
  attachments: count,
  readingRelease: count.nullable(),
  errorRemedy: z.string().nullable(),
  updatedAt: instant,
  trashedAt: instant.nullable(),
  contentHash: z.string(),
  /** The files that the storage should hold; `isThere` is null where the storage did not answer. */
  files: z.array(
    z.object({
      role: z.enum(["original", "parsed"]),
      key: z.string(),
      isThere: z.boolean().nullable(),
    }),
  ),
  runs: z.array(DocumentRun),
  /** The runs of background functions on it; null where Inngest keeps them. */
  backgroundRuns: z.array(RunSummary).nullable(),
  calls: z.array(Call),
});

export const foundKinds = [
  "document",
  "documentRun",
  "run",
  "batch",
  "workspace",
  "person",
  "call",
] as const;

/** The things that an id, an address or a trace belongs to. Of documents it holds ids alone. */
export const Found = z.object({
  items: z.array(
    z.object({
      kind: z.enum(foundKinds),
      id: z.string(),
      /** The name of a person or workspace, or of the operation of a call. */
      label: z.string().nullable(),
      workspaceId: z.string().nullable(),
      /** The document that it is about. */
      documentId: z.string().nullable(),
    }),
  ),
});
