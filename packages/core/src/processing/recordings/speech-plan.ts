import { createHash } from "node:crypto";
import type { Transcriber } from "@besunny/ai/speech/transcriber";
import type { Files } from "@besunny/connectors/files/files";
import type { Heard, HeardPiece } from "@besunny/document-model/transcripts/heard";
import type { CutRecording, RecordingPiece } from "@besunny/reading/contract/cut-recording";
import { z } from "zod";

import { readJson, writeJson } from "../../content/contract/parsed-document-file";
import { ofType } from "../../shapes";

/** Another number makes all recordings be cut and written down again. */
const CUT_RELEASE = 1;

const Plan = z.object({
  format: ofType<CutRecording["format"]>(),
  mediaType: z.string(),
  pieces: z.array(
    z.object({
      fileName: z.string(),
      mediaType: z.string(),
      startMs: z.number(),
      endMs: z.number(),
    }),
  ),
});

/** The pieces of a recording, numbered from 1 in their order. */
export type SpeechPlan = z.infer<typeof Plan>;

/** The folder with the pieces of a recording, and with what was heard in them. */
export type SpeechFolder = { files: Files; prefix: string };

/** Returns the folder for a file as one model hears it. Another version, or another model, has another one. */
export function speechFolderOf(
  {
    files,
    transcriber,
    workspaceId,
  }: { files: Files; transcriber: Transcriber; workspaceId: string },
  { id, contentHash }: { id: string; contentHash: string },
): SpeechFolder {
  const { server, model } = transcriber;
  const heardBy = createHash("sha256")
    .update(JSON.stringify([contentHash, server, model, CUT_RELEASE]))
    .digest("hex")
    .slice(0, 24);
  return { files, prefix: `derived/${workspaceId}/${id}/speech/${heardBy}` };
}

/** Returns the plan; null if the recording was not cut. */
export async function findPlan({ files, prefix }: SpeechFolder): Promise<SpeechPlan | null> {
  const key = `${prefix}/plan.json.gz`;
  return (await files.exists(key)) ? Plan.parse(await readJson(files, key)) : null;
}

/** Keeps the pieces, and then the plan: with a plan, all pieces are there. */
export async function keepPlan(
  { files, prefix }: SpeechFolder,
  { format, mediaType, pieces }: CutRecording,
): Promise<SpeechPlan> {
  for (const [index, { path }] of pieces.entries())
    await files.writeFrom(soundKey(prefix, index + 1), path);
  const plan = {
    format,
    mediaType,
    pieces: pieces.map(({ fileName, mediaType: type, startMs, endMs }: RecordingPiece) => ({
      fileName,
      mediaType: type,
      startMs,
      endMs,
    })),
  };
  await writeJson(files, `${prefix}/plan.json.gz`, plan);
  return plan;
}

/** Returns the sound of a piece. */
export function readSound({ files, prefix }: SpeechFolder, piece: number): Promise<Uint8Array> {
  return files.read(soundKey(prefix, piece));
}

/** Keeps what was heard in a piece, and then removes its sound. */
export async function keepHeard(
  { files, prefix }: SpeechFolder,
  piece: number,
  heard: Heard,
): Promise<void> {
  await writeJson(files, heardKey(prefix, piece), heard);
  await files.remove(soundKey(prefix, piece));
}

/** Returns the numbers of the pieces in which something was heard already. */
export async function heardPieces({ files, prefix }: SpeechFolder): Promise<Set<number>> {
  const keys = await files.list(`${prefix}/heard`);
  return new Set(keys.map((key) => Number.parseInt(key.split("/").at(-1) ?? "", 10)));
}

/** Returns what was heard in all pieces of a plan. */
export async function readHeard(
  { files, prefix }: SpeechFolder,
  { pieces }: SpeechPlan,
): Promise<HeardPiece[]> {
  const heard = ofType<Heard>();
  return Promise.all(
    pieces.map(async ({ startMs, endMs }, index) => ({
      startMs,
      endMs,
      heard: heard.parse(await readJson(files, heardKey(prefix, index + 1))),
    })),
  );
}

function soundKey(prefix: string, piece: number): string {
  return `${prefix}/sound/${piece}`;
}

function heardKey(prefix: string, piece: number): string {
  return `${prefix}/heard/${piece}.json.gz`;
}
