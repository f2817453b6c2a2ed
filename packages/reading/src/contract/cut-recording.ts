import type { Format } from "@besunny/document-model/parsed-document";

/** One piece of a recording as a file of its own: sound alone, from `startMs` to `endMs` of the recording. */
export type RecordingPiece = {
  path: string;
  fileName: string;
  mediaType: string;
  size: number;
  startMs: number;
  endMs: number;
};

/** A recording in pieces that a server for speech takes. Each piece but the first repeats the end of the one before. */
export type CutRecording = {
  format: Format;
  mediaType: string;
  durationMs: number;
  pieces: RecordingPiece[];
};

/** The bounds of a piece, and how much of the one before it a piece repeats. */
export type PieceBounds = { seconds: number; bytes: number; overlapSeconds: number };

/** Servers that speak OpenAI's protocol take 25 MB; what is around the sound needs a little room. */
export const usualBounds: PieceBounds = { seconds: 600, bytes: 20_000_000, overlapSeconds: 2 };
