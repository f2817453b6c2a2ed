import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Ai, Understanding } from "@besunny/ai/ai";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { readingReleaseOf } from "@besunny/document-model/reading-release";
import type { Reader } from "@besunny/reading/pool/reader";
import type { WorkspaceContext } from "../src/context";
import { receiveUpload } from "../src/documents/receive-upload";
import { uploadDocument } from "../src/documents/upload-document";
import { stageNames } from "../src/processing/contract";
import { startRun } from "../src/processing/runs/start-run";
import { processStage } from "../src/processing/stages/process-stage";
import type { recordUnderstanding } from "../src/processing/stages/record-understanding";
import { createProject } from "../src/projects/create-project";
import { putProjectMember } from "../src/projects/put-project-member";
import { aColleague, aContext, inBackground } from "./contexts";

type Given = Partial<Parameters<typeof uploadDocument>[1]>;

/** The input of `uploadDocument` for bytes that are no duplicate. */
export function anUpload(given: Given = {}) {
  return {
    fileName: "given.txt",
    size: 12,
    contentHash: createHash("sha256").update(randomUUID()).digest("hex"),
    storageKey: `uploads/${randomUUID()}`,
    ...given,
  };
}

/** A registered document, waiting; its bytes are in no storage. */
export async function aDocument(ctx: WorkspaceContext, given: Given = {}) {
  const { document } = await uploadDocument(ctx, anUpload(given));
  return document;
}

/** Uploads a file of this text or these bytes, as a person would. */
export async function uploadText(
  ctx: WorkspaceContext,
  text: string | Uint8Array,
  given: Partial<Parameters<typeof receiveUpload>[1]> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "besunny-upload-"));
  try {
    const path = join(folder, "given");
    await writeFile(path, text);
    return await receiveUpload(ctx, { path, fileName: "lease.txt", ...given });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The newest run of a document, as its event names it. */
export async function runOf(ctx: WorkspaceContext, documentId: string) {
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const newest = await ctx.db.read(scope, ({ runs }) => runs.latest(documentId));
  if (!newest) throw new Error(`${documentId} has no run`);
  return { documentId, runId: newest.id };
}

/** A document whose run has begun: `processing`. */
export async function aStartedDocument(ctx: WorkspaceContext, given: Given = {}) {
  const document = await aDocument(ctx, given);
  const run = await runOf(ctx, document.id);
  await startRun(inBackground(ctx), run);
  return { ...document, run };
}

/** A model as the reader of plain text makes it now: one paragraph for each text. */
export function aModel(...paragraphs: string[]): ParsedDocument {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  for (const text of paragraphs) builder.add({ kind: "paragraph", text });
  return { ...builder.build(), release: readingReleaseOf("text") };
}

/** A reader that has read `models` by file name, or always the one model. */
export function aReader(model: ParsedDocument): Pick<Reader, "read"> {
  return { read: async () => model };
}

export function anUnderstanding(given: Partial<Understanding> = {}): Understanding {
  return {
    producedBy: { kind: "local", model: "a-test", release: "1" },
    type: {
      name: "contract",
      confidence: 0.9,
      candidates: [{ name: "contract", confidence: 0.9 }],
      evidence: [[0, 5]],
    },
    categories: [],
    keyPhrases: [],
    entities: [],
    personalData: [],
    facts: [],
    language: { code: "en", confidence: 0.99 },
    summary: [],
    sentiment: null,
    like: [],
    features: null,
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    ...given,
  };
}

type Recorded = Omit<Parameters<typeof recordUnderstanding>[1], "documentId" | "runId">;

/** The input of `recordUnderstanding` for a document that says nothing. */
export function aRecord(given: Partial<Recorded> = {}): Recorded {
  return {
    type: "contract",
    confidence: 0.8,
    candidates: [{ name: "contract", confidence: 0.8 }],
    statements: {
      type: { evidence: [], like: [] },
      categories: [],
      keyPhrases: [],
      entities: [],
      personalData: [],
      facts: [],
      language: null,
      summary: [],
      sentiment: null,
    },
    language: "en",
    producer: "local",
    model: "a-test",
    release: "1",
    inputTokens: 0,
    outputTokens: 0,
    costMicro: 0,
    durationMs: 3.4,
    ...given,
  };
}

/** A restricted project with an admin of its workspace, somebody in it and somebody who is not. */
export async function aRestrictedProject(tools: Parameters<typeof aContext>[0] = {}) {
  const admin = await aContext({ ...tools, role: "admin" });
  const project = await createProject(admin, { name: "Secret", isRestricted: true });
  const insider = await aColleague(admin, {
    projects: [{ id: project.id, role: "contributor" }],
  });
  await putProjectMember(admin, { id: project.id, userId: insider.actor.id, role: "contributor" });
  return { project, admin, insider, outsider: await aColleague(admin) };
}

const dimensions = 64;

/** Words as directions: texts that share words are near each other. */
export const wordVectors: Pick<
  Ai,
  | "dimensions"
  | "embeddingModel"
  | "embed"
  | "embedQuestion"
  | "featuresVersion"
  | "meaningOf"
  | "modelsInUse"
> = {
  meaningOf: ({ values }) => Float32Array.from(values, (value) => value - 128),
  dimensions,
  featuresVersion: "words",
  modelsInUse: () => ({ localModel: "a-test 1", promptChecksum: "", provider: null }),
  embeddingModel: "words",
  embed: async (texts) => texts.map(vectorOf),
  embedQuestion: async (question) => vectorOf(question),
};

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const [direction = 0] = createHash("sha256").update(word).digest();
    vector[direction % dimensions] = (vector[direction % dimensions] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** The embedded index in a file of its own, for vectors of words or of a model; `close` it in the end. */
export async function anIndex(ai: Pick<Ai, "dimensions" | "embeddingModel"> = wordVectors) {
  const folder = await mkdtemp(join(tmpdir(), "besunny-index-"));
  const index = createSqliteIndex({
    path: join(folder, "passages.sqlite"),
    dimensions: ai.dimensions,
    model: ai.embeddingModel,
    workerEntry: new URL(import.meta.resolve("@besunny/ai/index/sqlite-worker")).pathname,
  });
  const close = async () => {
    await index.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { index, close };
}

/** Takes an uploaded document through every stage, as the background function does. */
export async function process(ctx: WorkspaceContext, documentId: string): Promise<void> {
  const background = inBackground(ctx);
  const run = await runOf(ctx, documentId);
  await startRun(background, run);
  for (const stage of stageNames) await processStage(background, { ...run, stage });
}

/** A document of this text that can be found; the context needs an index. */
export async function aReadyDocument(
  ctx: WorkspaceContext,
  text: string,
  {
    understanding = anUnderstanding(),
    model = aModel(text),
    ...given
  }: Parameters<typeof uploadText>[2] & {
    understanding?: Understanding;
    model?: ParsedDocument;
  } = {},
) {
  const { document } = await uploadText(ctx, text, given);
  const ai = Object.assign({}, wordVectors, { understand: async () => understanding });
  await process({ ...ctx, ai: { ...ctx.ai, ...ai }, reader: readerOf(model) }, document.id);
  return document;
}

/** Reads every file as this. */
export function readerOf(model: ParsedDocument): Reader {
  return {
    read: async () => model,
    print: async () => null,
    canPrint: () => false,
    layOutMail: async () => null,
    cut: () => Promise.reject(new Error("no recording")),
    renderPage: async ({ path }) => Buffer.from(basename(path)),
    unlock: () => Promise.reject(new Error("not protected")),
    close: async () => undefined,
  };
}
