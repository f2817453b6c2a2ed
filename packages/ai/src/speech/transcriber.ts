import type { Heard } from "@besunny/document-model/transcripts/heard";
import type { CallScope } from "../outside/outside-call";

/** The ways in which a server is asked. The first one asks for most. */
export const askedWays = ["words", "segments", "speakers", "text"] as const;
export type AskedWay = (typeof askedWays)[number];

/** The parts of an answer that a server returns for a model, as its answers showed. `way` is the way of asking that it takes. */
export type SpeechGives = {
  way: AskedWay;
  words: boolean;
  times: boolean;
  speakers: boolean;
  confidence: boolean;
};

/** Keeps what servers return, by their address and the name of the model. */
export type SpeechMemory = {
  find(of: { server: string; model: string }): Promise<SpeechGives | null>;
  keep(of: { server: string; model: string }, gives: SpeechGives): Promise<void>;
};

/** A piece of a recording, at most 25 MB. `seconds` is what it costs by. */
export type SpeechPiece = {
  bytes: Uint8Array;
  fileName: string;
  mediaType: string;
  seconds: number;
};

/** A server that writes down what is said. */
export type Transcriber = {
  server: string;
  model: string;
  /** Returns the same server, working for these parties. */
  as(scope: Partial<CallScope>): Transcriber;
  /**
   * Returns what is heard in a piece, without times where the server returns none. Rejects with `TranscriptionFailed`, or with the signal's reason when
   * aborted.
   */
  transcribe(piece: SpeechPiece, signal?: AbortSignal): Promise<Heard>;
  /** Returns why the server failed last, as a sentence; null if it did not, or has answered since. */
  problem(): string | null;
};

/** `NO_TRANSCRIPTION`: another try fails too until somebody acts. `QUOTA_EXCEEDED`: a budget. `PROVIDER_UNAVAILABLE`: later it may work. */
export type TranscriptionFailure = "NO_TRANSCRIPTION" | "QUOTA_EXCEEDED" | "PROVIDER_UNAVAILABLE";

/** Says why a piece was not written down, in a sentence for people, and what to do. */
export class TranscriptionFailed extends Error {
  override readonly name = "TranscriptionFailed";
  readonly code: TranscriptionFailure;
  readonly remedy: string;

  constructor(code: TranscriptionFailure, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
