import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";

import { z } from "zod";

import type { WorkspaceContext } from "../src/context";
import { type ArrivedFile, type Taken, takeFile } from "../src/documents/contract/taking/take-file";
import type { CommandTools } from "../src/operation/command";
import { command } from "../src/operation/command";
import { aCall } from "./contexts";
import { aModel, anUnderstanding, process, wordVectors } from "./documents";

/** Does something with the tools of a command, as the source of this person. */
export async function asSource<Result>(
  ctx: WorkspaceContext,
  work: (tools: CommandTools) => Promise<Result>,
  id = "src_test",
): Promise<Result> {
  if (ctx.actor.kind !== "user") throw new Error("A source has an owner");
  const results: Result[] = [];
  const doing = command("tests.sync-source", {
    title: "Sync a source of a test",
    permission: "source.sync",
    input: z.object({ words: z.string() }),
    output: z.object({ ids: z.array(z.string()) }),
    doors: [],
    async handle(tools) {
      const result = await work(tools);
      results.push(result);
      return { ids: idsIn(result) };
    },
  });
  const actor = { kind: "source" as const, id, ownerId: ctx.actor.id };
  await doing({ ...ctx, ...aCall("job"), actor }, { words: "Words of a private thing" });
  const [result] = results;
  if (results.length === 0) throw new Error("Nothing was done");
  return result as Result;
}

function idsIn(result: unknown): string[] {
  return typeof result === "object" && result !== null && "documentId" in result
    ? [String(result.documentId)]
    : [];
}

/** A file of this text at a source of the person, with its bytes in storage. */
export async function anArrivedFile(
  ctx: WorkspaceContext,
  text: string,
  given: Partial<ArrivedFile> = {},
): Promise<ArrivedFile> {
  if (ctx.actor.kind !== "user") throw new Error("A source has an owner");
  const storageKey = `uploads/${ctx.workspaceId}/${randomUUID()}`;
  await ctx.files.write(storageKey, Readable.from([Buffer.from(text)]));
  return {
    sourceId: "src_test",
    externalId: randomUUID(),
    source: "drive",
    ownerId: ctx.actor.id,
    fileName: "given.txt",
    title: "Given",
    folder: null,
    mediaType: "text/plain",
    size: Buffer.byteLength(text),
    contentHash: createHash("sha256").update(text).digest("hex"),
    storageKey,
    projectIds: [],
    visibility: "owner",
    grantees: [],
    ...given,
  };
}

/** Takes a file of this text from a source of the person. */
export async function aTakenFile(
  ctx: WorkspaceContext,
  text: string,
  given: Partial<ArrivedFile> = {},
): Promise<Taken> {
  const file = await anArrivedFile(ctx, text, given);
  return asSource(ctx, (tools) => takeFile(tools, file));
}

/** The same, and it can be found; the context needs an index. */
export async function aReadyTakenFile(
  ctx: WorkspaceContext,
  text: string,
  given: Partial<ArrivedFile> = {},
): Promise<string> {
  const { documentId } = await aTakenFile(ctx, text, given);
  const ai = Object.assign({}, wordVectors, { understand: async () => anUnderstanding() });
  const reader = { ...ctx.reader, read: async () => aModel(text) };
  await process({ ...ctx, ai: { ...ctx.ai, ...ai }, reader }, documentId);
  return documentId;
}
