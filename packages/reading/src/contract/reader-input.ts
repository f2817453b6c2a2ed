import type { Format } from "@besunny/document-model/parsed-document";
import type { Limits } from "./limits";

/** What a format's reader is given. `recognising` is called before each page that goes to OCR. */
export type ReaderInput = {
  bytes: Buffer;
  fileName: string;
  format: Format;
  mediaType: string;
  outputDirectory: string;
  password?: string | undefined;
  limits: Limits;
  recognising: () => void;
  /** Of text recognition, as tesseract calls them; English where absent. */
  languages?: readonly string[] | undefined;
  /** Whether programs of the machine may be used where they are installed; yes where absent. */
  nativeTools?: boolean | undefined;
};
