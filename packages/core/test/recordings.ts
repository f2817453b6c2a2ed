import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SpeechPiece, Transcriber } from "@besunny/ai/speech/transcriber";
import type { Heard } from "@besunny/document-model/transcripts/heard";
import { notTranscribed } from "@besunny/reading/contract/refusals";
import type { Reader } from "@besunny/reading/pool/reader";

const SECONDS = 10;
const OVERLAP = 2;

/** A reader that takes every file for a recording of so many pieces of ten seconds. The sound of a piece is its number. */
export function aCutter(count: number): Pick<Reader, "read" | "cut"> {
  return {
    read: () => Promise.reject(notTranscribed()),
    async cut({ outputDirectory }) {
      const pieces = await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const fileName = `piece-${index + 1}.m4a`;
          const path = join(outputDirectory, fileName);
          await writeFile(path, String(index + 1));
          const startMs = index * (SECONDS - OVERLAP) * 1_000;
          const endMs = startMs + SECONDS * 1_000;
          return { path, fileName, mediaType: "audio/mp4", size: 1, startMs, endMs };
        }),
      );
      return {
        format: "mp3",
        mediaType: "audio/mpeg",
        durationMs: pieces.at(-1)?.endMs ?? 0,
        pieces,
      };
    },
  };
}

/** Returns an answer for a piece: one sentence with its number. */
export function aSentence(piece: number, given: Partial<Heard["parts"][number]> = {}): Heard {
  const part = {
    text: `The rent of mill ${piece} is due.`,
    speaker: "A",
    startMs: 3_000,
    endMs: 6_000,
    confidence: 0.9,
    ...given,
  };
  return { language: "en", parts: [part] };
}

/** A server for speech that keeps the numbers of the pieces that it is sent. */
export function aListener(
  hear: (piece: number, signal?: AbortSignal) => Heard | Promise<Heard> = (piece) =>
    aSentence(piece),
) {
  const sent: number[] = [];
  const state = { hear };
  const transcriber: Partial<Transcriber> = {
    async transcribe({ bytes }: SpeechPiece, signal) {
      const piece = Number(Buffer.from(bytes).toString());
      sent.push(piece);
      return state.hear(piece, signal);
    },
  };
  return Object.assign(state, { transcriber, sent });
}
