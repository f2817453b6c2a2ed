import type { Format } from "@besunny/document-model/parsed-document";
import type { Limits } from "./limits";

/** The input of a format's reader. The reader calls `recognising` before each page that goes to OCR. */
export type ReaderInput = {
  bytes: Buffer;
  fileName: string;
  format: Format;
  mediaType: string;
  outputDirectory: string;
  password?: string | undefined;
  limits: Limits;
  recognising: () => void;
  /** Languages of text recognition, in tesseract's codes; English if absent. */
  languages?: readonly string[] | undefined;
  /** True if installed programs of the machine may be used; true if absent. */
  nativeTools?: boolean | undefined;
};
