import { batchItemStates, batchKinds, batchStates } from "@besunny/core/batches/contract";
import { documentStages, documentStatuses } from "@besunny/core/documents/contract/document";
import { Candidates, Evidence, Statements } from "@besunny/core/understanding/contract/statements";
import { z } from "@hono/zod-openapi";

import { idIn, instant } from "./wire";

const confidence = z.number().min(0).max(1).nullable();

export const DocumentShape = z
  .object({
    id: idIn("doc"),
    title: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    format: z.string().nullable(),
    size: z.number().int(),
    source: z.string(),
    version: z.number().int(),
    status: z.enum(documentStatuses),
    stage: z.enum(documentStages),
    type: z.string().nullable(),
    typeConfidence: confidence,
    isTypeCorrected: z.boolean(),
    language: z.string().nullable(),
    pageCount: z.number().int(),
    parentId: idIn("doc").nullable(),
    projects: z.array(z.object({ id: idIn("prj"), name: z.string(), isRestricted: z.boolean() })),
    uploadedBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
    typedAt: instant.nullable(),
    readyAt: instant.nullable(),
    trashedAt: instant.nullable(),
    seq: z.number().int(),
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
  })
  .openapi("Document");

export const Links = z.object({
  self: z.string().openapi({ format: "uri" }),
  status: z.string().openapi({ format: "uri" }),
  socket: z
    .string()
    .openapi({ format: "uri", description: "Holds a token that is good for five minutes" }),
});

export const Received = z
  .object({
    document: DocumentShape,
    links: Links,
    duplicateOf: idIn("doc").nullable(),
    filedTo: z.array(idIn("prj")).openapi({
      description: "Projects that the document which was there already was filed to now",
    }),
  })
  .openapi("Received");

export const Stage = z
  .object({
    name: z.string(),
    state: z.string(),
    attempt: z.number().int(),
    startedAt: instant,
    durationMs: z.number().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi("Stage");

export const Status = z
  .object({
    status: z.enum(documentStatuses),
    stages: z.array(Stage),
    etaSeconds: z.number().int().nullable(),
  })
  .openapi("Status");

export const ProducedBy = z.object({
  kind: z.string(),
  model: z.string(),
  release: z.string(),
  fallbackReason: z
    .string()
    .nullable()
    .openapi({ description: "Why local models did the work of a hosted one" }),
});

/** One immutable result of the models: what was understood, by whom, from which evidence. */
export const Result = Statements.omit({ type: true })
  .extend({
    id: idIn("res"),
    type: z.object({
      name: z.string().nullable(),
      confidence,
      candidates: Candidates,
      evidence: z.array(Evidence),
    }),
    producedBy: ProducedBy,
    cost: z.object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      usd: z.number().nullable().openapi({ description: "Null where no price is known" }),
    }),
    durationMs: z.number(),
    createdAt: instant,
  })
  .openapi("Result");

/** What holds now: a person's word if there is one, else the newest result's. */
export const Classification = z
  .object({
    documentId: idIn("doc"),
    type: z.string().nullable(),
    confidence,
    isCorrected: z.boolean(),
    // `Result.nullable()` would make every result of the contract nullable.
    result: z.union([Result, z.null()]),
  })
  .openapi("Classification");

export const ProjectShape = z
  .object({
    id: idIn("prj"),
    name: z.string(),
    description: z.string(),
    isRestricted: z.boolean(),
    documentCount: z.number().int(),
    createdAt: instant,
    archivedAt: instant.nullable(),
  })
  .openapi("Project");

const count = z.number().int();

export const BatchShape = z
  .object({
    id: idIn("bat"),
    kind: z.enum(batchKinds),
    title: z.string().nullable(),
    state: z.enum(batchStates),
    createdBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    totals: z.object({
      all: count,
      waiting: count,
      working: count,
      done: count,
      failed: count,
      cancelled: count,
      duplicate: count,
      removed: count,
      missing: count.openapi({ description: "Announced, and still to come or never come" }),
      ended: count,
    }),
    etaSeconds: z.number().int().nullable().openapi({ description: "Null while not known yet" }),
  })
  .openapi("Batch");

export const BatchWithReasons = BatchShape.extend({
  reasons: z.array(z.object({ code: z.string(), message: z.string(), remedy: z.string(), count })),
}).openapi("BatchWithReasons");

export const BatchDocumentShape = z
  .object({
    id: idIn("itm"),
    documentId: idIn("doc").nullable(),
    state: z.enum(batchItemStates),
    title: z.string().nullable(),
    fileName: z.string().nullable(),
    type: z.string().nullable(),
    confidence,
    stage: z.string().nullable(),
    durationMs: z.number().nullable(),
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .openapi("BatchDocument");
