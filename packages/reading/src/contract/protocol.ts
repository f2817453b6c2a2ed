import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { CutRecording } from "./cut-recording";
import type { Limits } from "./limits";
import type { ReadingErrorCode } from "./reading-error";

/**
 * Settings that are the same for all files. `languages` holds the languages of text recognition: tesseract's codes, likeliest first.
 * `nativeTools` is true if installed programs of the machine (tesseract, LibreOffice) may be used.
 */
export type Settings = { limits: Limits; languages: readonly string[]; nativeTools: boolean };

/** A request of the parent to a child. A child has one open question at a time. */
export type Question = { id: number } & Settings &
  (
    | {
        kind: "read";
        path: string;
        fileName: string;
        outputDirectory: string;
        password?: string | undefined;
      }
    | { kind: "cut"; path: string; fileName: string; outputDirectory: string }
    | { kind: "unlock"; path: string; password: string }
    | { kind: "print"; path: string; fileName: string }
    | { kind: "mail"; path: string; fileName: string }
    | { kind: "render"; path: string; page: number; width: number; password?: string | undefined }
  );

/**
 * Resources that reading one file used in the child. Where the system reports them, programs that the child started and that ended are
 * included. `recognitions` counts the pages and pictures sent to text recognition.
 */
export type Usage = { cpuSeconds: number; peakBytes: number; recognitions: number };

/** A document as PDF bytes, with the number of its pages. */
export type Print = { pdf: Uint8Array; pages: number };

/** A message of a child. `recognising` asks for more time, once for each page sent to OCR. */
export type Answer =
  | { kind: "model"; id: number; model: ParsedDocument; usage: Usage }
  | { kind: "bytes"; id: number; bytes: Uint8Array }
  | { kind: "print"; id: number; print: Print }
  | { kind: "cut"; id: number; recording: CutRecording }
  | {
      kind: "error";
      id: number;
      code: ReadingErrorCode;
      message: string;
      remedy: string;
      /** The error that a library or our own code threw, for debugging; never shown to people. */
      cause?: string | undefined;
      /** The child asks to be replaced, because the error may affect the next file. */
      isSpent?: boolean | undefined;
    }
  | { kind: "recognising"; id: number }
  | { kind: "memory"; bytes: number };
