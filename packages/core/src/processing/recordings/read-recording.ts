import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { recordingDocument } from "@besunny/document-model/transcripts/recording-document";

import { failureOf } from "../../content/contract/failure";
import { AppError } from "../../errors";
import type { FlowTools } from "../../operation/flow";
import { findPlan, heardPieces, keepPlan, readHeard, speechFolderOf } from "./speech-plan";

/** Says that the pieces of a recording are to be written down before it can be read. */
export class AwaitsTranscription extends Error {
  override readonly name = "AwaitsTranscription";
  readonly pieces: { done: number; total: number };

  constructor(pieces: { done: number; total: number }) {
    super(`${pieces.total - pieces.done} pieces are not written down`);
    this.pieces = pieces;
  }
}

/** Returns true for what the reader says of a recording. */
export function isRecording(error: unknown): boolean {
  return failureOf(error).code === "NO_TRANSCRIPTION";
}

type Given = {
  document: { id: string; contentHash: string };
  file: { path: string; fileName: string; outputDirectory: string };
};

/**
 * Returns the transcript of a recording once all its pieces are written down. Until then cuts it, keeps the pieces, and throws `AwaitsTranscription`.
 * Throws NO_TRANSCRIPTION without a server for speech, and EMPTY if nobody speaks in it.
 */
export async function readRecording(
  {
    files,
    reader,
    transcriber,
    workspaceId,
    signal,
  }: FlowTools<"files" | "reader" | "transcriber">,
  { document, file }: Given,
  notTranscribed: unknown,
): Promise<ParsedDocument> {
  if (!transcriber) throw notTranscribed;
  const folder = speechFolderOf({ files, transcriber, workspaceId }, document);
  const plan =
    (await findPlan(folder)) ??
    (await keepPlan(folder, await reader.cut({ ...file, ...(signal && { signal }) })));
  const done = (await heardPieces(folder)).size;
  const total = plan.pieces.length;
  if (done < total) throw new AwaitsTranscription({ done, total });
  const { format, mediaType } = plan;
  const model = recordingDocument({ format, mediaType, pieces: await readHeard(folder, plan) });
  if (model.text === "")
    throw new AppError("EMPTY", "Nobody is heard in the recording.", {
      hint: "Check that it is the right file, and that its sound can be heard.",
    });
  return model;
}
