import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Limits } from "./limits";
import type { ReadingErrorCode } from "./reading-error";

/**
 * What does not change between files. `languages` are the ones text recognition knows (tesseract's codes, likeliest first);
 * `nativeTools` says whether programs of the machine (tesseract, LibreOffice) may be used where they are installed.
 */
export type Settings = { limits: Limits; languages: readonly string[]; nativeTools: boolean };

/** What the parent asks of a child. One question is open at a time. */
export type Question = { id: number } & Settings &
  (
    | {
        kind: "read";
        path: string;
        fileName: string;
        outputDirectory: string;
        password?: string | undefined;
      }
    | { kind: "unlock"; path: string; password: string }
    | { kind: "render"; path: string; page: number; width: number; password?: string | undefined }
  );

/**
 * What reading one file took in the child and, where the system tells, in programs that it started and that ended;
 * `recognitions` counts the pages and pictures sent to text recognition.
 */
export type Usage = { cpuSeconds: number; peakBytes: number; recognitions: number };

/** What a child says. `recognising` asks for more time, once for each page sent to OCR. */
export type Answer =
  | { kind: "model"; id: number; model: ParsedDocument; usage: Usage }
  | { kind: "bytes"; id: number; bytes: Uint8Array }
  | {
      kind: "error";
      id: number;
      code: ReadingErrorCode;
      message: string;
      remedy: string;
      /** What a library or our own code threw, for whoever looks into it; never shown to people. */
      cause?: string | undefined;
      /** What fell over may not stand for the next file, so the child asks to be replaced. */
      isSpent?: boolean | undefined;
    }
  | { kind: "recognising"; id: number }
  | { kind: "memory"; bytes: number };
